import type { DatabaseSync } from 'node:sqlite';
import type { ReportPlan, SummitStore } from '@plenary/programme';
import type { SyncForm } from './sync-form.ts';
import { inTransaction } from './transaction.ts';

/** The part of the summit store that keeps how reports are put together: the newest plan of each summit. */
export function createPlanTable(
  db: DatabaseSync,
): Pick<SyncForm<SummitStore>, 'reportPlan' | 'saveReportPlan'> {
  return {
    reportPlan(summit) {
      const row = db.prepare('SELECT * FROM report_plan WHERE summit = ?').get(summit);
      if (row === undefined) return undefined;
      return {
        // What `saveReportPlan` stored.
        plan: JSON.parse(String(row['data'])) as ReportPlan,
        version: Number(row['version']),
        by: String(row['author']),
        at: Number(row['at']),
      };
    },
    saveReportPlan(summit, { plan, version, by, at }) {
      return inTransaction(db, () => {
        const kept = db.prepare('SELECT version FROM report_plan WHERE summit = ?').get(summit);
        if (version !== Number(kept?.['version'] ?? 0) + 1) return 'stale';
        db.prepare(
          'INSERT OR REPLACE INTO report_plan (summit, version, author, at, data) VALUES (?, ?, ?, ?, ?)',
        ).run(summit, version, by, at, JSON.stringify(plan));
        return 'saved';
      });
    },
  };
}
