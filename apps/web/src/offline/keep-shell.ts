/**
 * Keeps the program on this device from now on. `onNewVersion` is called when another version has come while this page
 * was open; it is used by whatever is opened next, and this page stays as it is.
 */
export function keepShell(onNewVersion: () => void): void {
  // Browsers offer it on https and on this machine only; elsewhere pages need the server to open, as before.
  if (!('serviceWorker' in navigator)) return;
  const hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) onNewVersion();
  });
  navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
}
