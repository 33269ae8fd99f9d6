export {
  backupDataFolder,
  checkDataFolder,
  type DataFolder,
  type DataFolderOptions,
  openDataFolder,
} from './data-folder.ts';
export { DataFolderInUse } from './folder-lock.ts';
export { createMemoryBus } from './memory/memory-bus.ts';
export { createMemoryStores } from './memory/memory-stores.ts';
export { restoreDataFolder } from './restore.ts';
export { StorageError } from './sqlite/worker-link.ts';
