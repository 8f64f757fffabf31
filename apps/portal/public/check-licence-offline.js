// Keeps the page that checks licences, so that it opens without a network: by its own address, and for the address in a paper's QR code.
const page = '/check-licence.html';
const store = 'check-licence-1';

// A network that says nothing for so long is none.
const patience = 4000;
const silence = async () => {
  await new Promise((resolve) => setTimeout(resolve, patience));
  if (!(await caches.match(page))) return new Promise(() => undefined);
  throw new Error('The network says nothing.');
};

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(store).then((cache) => cache.add(new Request(page, { cache: 'reload' }))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode !== 'navigate' || (pathname !== page && !pathname.startsWith('/verify'))) return;
  event.respondWith(
    Promise.race([fetch(request), silence()])
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
