// Keeps the page that checks licences, so that it opens without a network: by its own address, and for the address in a paper's QR code.
const page = '/check-licence.html';
const store = 'check-licence-1';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(store).then((cache) => cache.add(new Request(page, { cache: 'reload' }))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode !== 'navigate' || (pathname !== page && !pathname.startsWith('/verify'))) return;
  event.respondWith(
    fetch(request)
      .then((answer) => {
        if (answer.ok && pathname === page) {
          const copy = answer.clone();
          event.waitUntil(caches.open(store).then((cache) => cache.put(page, copy)));
        }
        return answer;
      })
      .catch(async () => (await caches.match(page)) ?? Response.error()),
  );
});
