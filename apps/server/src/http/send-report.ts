import type { Response } from 'express';
import type { ExportedReport } from '@plenary/operations';

/** A report as a file to save. */
export function sendReport(response: Response, { file, fileName, mediaType }: ExportedReport): void {
  response
    .type(mediaType)
    .attachment(fileName)
    .set('Cache-Control', 'no-store')
    .send(typeof file === 'string' ? file : Buffer.from(file));
}
