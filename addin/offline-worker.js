/* global self, caches, fetch */
// The service worker of the browser side: keeps the pane's own files, so that it opens and works without a network. The build puts in which files
// those are, and a name that is another one for each build. Office.js is none of them: Excel's side is never kept.
const FILES = new Set(self.FILES_OF_THE_BUILD);
const PREFIX = 'pingyou ';
const CACHE = `${PREFIX}NAME_OF_THE_BUILD`;
const START = 'index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...FILES])));
});

// A new build takes over when no page of the last one is open any more, so that no page loses its files. Other pages of the same server have caches
// of their own.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOutdated).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = request.url.split(/[?#]/)[0].slice(self.registration.scope.length) || START;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope) || !FILES.has(name)) return;
  // A page itself comes from the server where there is one, and so may be of a newer build; other files have a name of their own in each build.
  if (name.endsWith('.html')) event.respondWith(fetch(request).catch(() => kept(name)));
  else event.respondWith(kept(name).then((response) => response ?? fetch(request)));
});

function isOutdated(name) {
  return name.startsWith(PREFIX) && name !== CACHE;
}

async function kept(name) {
  return (await caches.open(CACHE)).match(name);
}
