/*
 * Keeps this version of the page whole, so that it works without a network after one visit. A newer version is fetched
 * beside it, and taken when a page is opened or loaded again and no other of the old one is open: nobody’s run meets
 * another version’s parts.
 * The build writes what follows `FILES` and `VERSION`: see `offline.ts`.
 */
const FILES = [];
const VERSION = "";

const TAKE_OVER = "take over";
const ours = `normscope ${self.registration.scope} `;
const name = ours + VERSION;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope))
    event.respondWith(answer(request));
});

async function keepAll() {
  const cache = await caches.open(name);
  await Promise.all(
    FILES.map(async (file) => {
      // What has its content in its name may come from the browser’s own cache; the rest is asked for anew.
      const freshness = file.startsWith("assets/") ? "default" : "no-cache";
      const response = await fetch(new Request(file, { cache: freshness }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      // A copy, since one that was redirected may not answer a page’s request.
      const { status, headers } = response;
      await cache.put(file, new Response(await response.blob(), { status, headers }));
    }),
  );
}

async function dropOthers() {
  for (const other of await caches.keys())
    if (other.startsWith(ours) && other !== name) await caches.delete(other);
}

async function answer(request) {
  const { waiting } = self.registration;
  // The page that is left counts still: two would be another one besides.
  if (waiting && request.mode === "navigate" && (await self.clients.matchAll()).length < 2) {
    waiting.postMessage(TAKE_OVER);
    // Empty, but for an icon, which browsers would ask for.
    const page = '<!doctype html><link rel="icon" href="data:," />';
    return new Response(page, { headers: { "Content-Type": "text/html", Refresh: "0" } });
  }
  const cache = await caches.open(name);
  const url = new URL(request.url);
  // Hosts give a file by its name without `.html` as well.
  if (request.mode === "navigate" && /\/(?:embed|lessons)$/.test(url.pathname))
    url.pathname += ".html";
  const kept = await cache.match(url, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}
