/**
 * Where a worker can be begun from. A frame that is sandboxed without `allow-same-origin` has an origin of its own, and
 * browsers refuse it workers from any address but those that belong to nobody: one that only imports the script will do. (A
 * blob will not: Chromium 156 loads no module worker from one there.) The host must then send
 * `Access-Control-Allow-Origin: *`, as for every module in such a frame.
 */
export function workerAddress(script: string): string {
  if (self.origin !== "null") return script;
  const { href } = new URL(script, document.baseURI);
  return `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(href)};`)}`;
}
