/**
 * Keeps the page for a visit without a network. Not in a frame, whose storage is its host’s affair, and only once the page
 * has come, so that it takes nothing from the first look. Without a secure host there is nothing to keep it with.
 */
export function workOffline(page: Window): void {
  if (!import.meta.env.PROD || page.top !== page || !("serviceWorker" in page.navigator)) return;
  const keep = (): void => {
    // Refused where storage is: then the page needs a network, as it did before.
    page.navigator.serviceWorker.register(new URL("sw.js", page.document.baseURI)).catch(() => {});
  };
  page.addEventListener("load", () => {
    // Safari knows no idle callbacks.
    if ("requestIdleCallback" in page) page.requestIdleCallback(keep);
    else setTimeout(keep);
  });
}
