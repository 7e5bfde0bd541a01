import type { Page, Worker } from "@playwright/test";

/** Matches the script that a worker of ours begins with, and nothing else of the build. */
const ENTRY = /\/assets\/entry-[^/]*\.js$/;

/** Runs a script in every worker of the page before anything else does. Before the page is opened. */
export async function beforeWorkers(page: Page, script: string): Promise<void> {
  await page.route(ENTRY, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script};\n${await response.text()}` });
  });
}

/** Lets the scripts of workers fail to load from now on, until the returned function is called. */
export async function refuseWorkers(page: Page): Promise<() => Promise<void>> {
  await page.route(ENTRY, (route) => route.abort());
  return () => page.unroute(ENTRY);
}

/** Lets no worker come, and none fail: the page waits for them for ever. */
export async function withholdWorkers(page: Page): Promise<void> {
  await page.route(ENTRY, () => {});
}

/** Keeps hold of every WebGL context that is made in a worker. */
export const HOLD_CONTEXTS = `
  globalThis.contexts = [];
  const make = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...words) {
    const context = make.apply(this, words);
    if (context) globalThis.contexts.push(context);
    return context;
  };
`;

export const NO_WEBGL = `OffscreenCanvas.prototype.getContext = () => null;`;

/** Compiling and linking begin to fail when `broken` is set. */
export const BREAKABLE_SHADERS = `
  globalThis.broken = false;
  const { getShaderParameter, getProgramParameter } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getShaderParameter = function (shader, name) {
    const isAsked = name === this.COMPILE_STATUS;
    return globalThis.broken && isAsked ? false : getShaderParameter.call(this, shader, name);
  };
  WebGL2RenderingContext.prototype.getProgramParameter = function (program, name) {
    const isAsked = name === this.LINK_STATUS;
    return globalThis.broken && isAsked ? false : getProgramParameter.call(this, program, name);
  };
`;

/** The device says that it is out of memory when `broken` is set. */
export const BREAKABLE_MEMORY = `
  globalThis.broken = false;
  const { getError } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getError = function () {
    return globalThis.broken ? this.OUT_OF_MEMORY : getError.call(this);
  };
`;

/** The worker that trains now. */
export function livingWorker(page: Page): Worker {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error("the page has no worker");
  return worker;
}
