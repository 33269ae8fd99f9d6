import { Router, type Request } from 'express';
import { exportSummit, listFormats, requireExport } from '@plenary/operations';
import type { Person } from '@plenary/programme';
import { exportRequest } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { createExportJobs, type JobOwner } from '../exports/export-jobs.ts';
import { askerIn } from './asker.ts';
import { bodyOf } from './body.ts';
import { langOf } from './problem.ts';
import { sendReport } from './send-report.ts';

/** Files of the report that are made while people go on writing: asked for, watched, fetched, given up. */
export function exportRoutes({ context, clock, log }: Composition): Router {
  const routes = Router();
  const jobs = createExportJobs(clock, log);
  const path = '/summits/:summit/report/exports' as const;

  routes.get('/summits/:summit/report/formats', async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(await listFormats(context, summit, asker, langOf(request)));
  });

  routes.post(path, async (request, response) => {
    const { summit } = request.params;
    const asker = await askerIn(context, request, summit);
    const { format, lang } = bodyOf(request, exportRequest);
    await requireExport(context, summit, format, asker);
    const view = jobs.start(ownerOf(asker, request), format, (signal, onStage) =>
      exportSummit(context, summit, { format, lang }, asker, { signal, onStage }),
    );
    response.status(202).json(view);
  });

  routes.get(`${path}/:export`, async (request, response) => {
    const { summit, export: id } = request.params;
    const asker = await askerIn(context, request, summit);
    response.json(jobs.view(ownerOf(asker, request), id));
  });

  routes.get(`${path}/:export/file`, async (request, response) => {
    const { summit, export: id } = request.params;
    const asker = await askerIn(context, request, summit);
    sendReport(response, jobs.file(ownerOf(asker, request), id));
  });

  routes.delete(`${path}/:export`, async (request, response) => {
    const { summit, export: id } = request.params;
    const asker = await askerIn(context, request, summit);
    jobs.cancel(ownerOf(asker, request), id);
    response.status(204).end();
  });

  return routes;
}

function ownerOf({ id, summit }: Person, request: Request): JobOwner {
  return { person: id, summit, lang: langOf(request) };
}
