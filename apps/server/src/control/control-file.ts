import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Where the door is and what opens it, as `control.json` has it. */
export interface ControlAddress {
  readonly port: number;
  readonly key: string;
}

/**
 * Leaves the address in a file that only this account can read, whole or not at all; what a killed server left
 * there is replaced, permissions included. Returns how to remove it.
 */
export function leaveAddress(file: string, address: ControlAddress): () => void {
  const partial = `${file}.partial`;
  try {
    rmSync(partial, { force: true });
    writeFileSync(partial, `${JSON.stringify(address)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return () => rmSync(file, { force: true });
}
