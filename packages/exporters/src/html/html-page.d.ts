import type { Report } from '@plenary/report-ast';
import type { Root } from 'hast';
/**
 * The whole page: title, contents, report. One file, no script and no request; the policy in its head says so to the
 * browser. Ids of the page itself begin with an underscore, which no anchor can hold.
 */
export declare function htmlPage(report: Report): Root;
