import { importPath, type ImportView, MOST_IMPORT_BYTES } from '@plenary/protocol';
import { RequestFailed } from '../../../api/request.ts';
import { sendFile, type Sending } from '../../../api/send-file.ts';

/** The document a file is brought to. */
export interface Destination {
  readonly summit: string;
  readonly group: string;
}

/**
 * Sends a file whose content the server adds at the end of a document. Throws `RequestFailed` with the server's sentence,
 * or without one where it could not be reached.
 */
export async function sendBrought(
  file: File,
  { summit, group }: Destination,
  sending: Omit<Sending, 'path'>,
): Promise<ImportView> {
  // The server would say the same after forty megabytes.
  if (file.size > MOST_IMPORT_BYTES) throw new RequestFailed('file-too-large', undefined);
  const path = importPath(summit, group, file.name);
  // Not the file's own type: a pad is JSON, and the server must not take it for a request in JSON.
  return sendFile(file, 'application/octet-stream', isImportView, { ...sending, path });
}

function isImportView(answer: unknown): answer is ImportView {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'blocks' in answer &&
    'remarks' in answer &&
    Array.isArray(answer.remarks)
  );
}
