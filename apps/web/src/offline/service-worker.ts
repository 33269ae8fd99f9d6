import { type Shell, ShellCache } from './shell-cache.ts';

// The build puts the files of the program here, so that a new version is another service worker.
declare const PLENARY_SHELL: Shell;

/** What the types of a page do not know of a service worker. */
interface WorkerEvent extends Event {
  readonly request: Request;
  waitUntil(done: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

// This file runs nowhere else.
const worker = globalThis as unknown as Worker;
const cache = new ShellCache(PLENARY_SHELL, {
  caches,
  fetch: (request, init) => fetch(request, init),
  origin: location.origin,
});

// It answers old and new pages alike, so nothing has to be closed first; no page is ever reloaded from here.
worker.addEventListener('install', (event) => {
  event.waitUntil(cache.install().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(cache.activate().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const answer = cache.answer(event.request);
  if (answer) event.respondWith(answer);
});
