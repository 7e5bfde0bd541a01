import type { Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

declare global {
  interface Window {
    /** Main-thread tasks over 50 ms by the clock, since the page began. */
    longTasks: { readonly start: number; readonly milliseconds: number }[];
    /** What React has put on the page so far. */
    commits: number;
    /** What the scripts of driven frames took. */
    frameScripts: { readonly milliseconds: number; readonly hasWords: boolean }[];
    /** When animation frames came. */
    frameTimes: number[];
  }
}

/** Lets the page note its long tasks; before it is opened. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        window.longTasks.push({ start: startTime, milliseconds: duration });
    }).observe({ type: "longtask" });
  });
}

/** The share of the time since `start` that went by in tasks longer than `limit`, by the clock. */
export function shareOfLongTasks(page: Page, start: number, limit: number): Promise<number> {
  return page.evaluate(
    ([from, least]) =>
      window.longTasks
        .filter((task) => task.start >= from && task.milliseconds > least)
        .reduce((sum, { milliseconds }) => sum + milliseconds, 0) /
      (performance.now() - from),
    [start, limit] as const,
  );
}

/**
 * The longest main-thread task while something happens, in milliseconds of its own processor time. The clock would also
 * count what everybody else on the machine does meanwhile, software WebGL before all. Traces are large: keep it short.
 */
export async function longestTask(page: Page, during: () => Promise<unknown>): Promise<number> {
  const events = await mainThread(page, "toplevel", during);
  const times = events.filter(({ name }) => name.endsWith("RunTask")).map(processorTime);
  if (times.length === 0) throw new Error("the trace holds no task of the main thread");
  return times.reduce((longest, time) => Math.max(longest, time), 0);
}

/** The value below which a part of some ascending numbers lies. */
export function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(part * ascending.length))] ?? NaN;
}

function processorTime({ tdur }: TraceEvent): number {
  return (tdur ?? 0) / 1000;
}

/** What a trace has of the page's main thread. */
async function mainThread(
  page: Page,
  category: string,
  during: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser to trace");
  await browser.startTracing(page, { categories: [category] });
  await during();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return traceEvents.filter(({ pid, tid }) => main.has(`${pid}/${tid}`));
}

/**
 * Has the page's frames driven by a timer, every 16 ms, and notes what the script of each took: a browser that is slow to
 * put pixels on a screen, as software is, would leave out most of them. Before the page is opened, after `watchFrames`.
 */
export async function driveFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.frameScripts = [];
    window.requestAnimationFrame = (callback) =>
      window.setTimeout(() => {
        const [start, commits] = [performance.now(), window.commits];
        callback(start);
        const milliseconds = performance.now() - start;
        window.frameScripts.push({ milliseconds, hasWords: window.commits > commits });
      }, 16);
  });
}

/** What the scripts of so many frames took that drew and said nothing, ascending. */
export async function drawingScripts(page: Page, count: number): Promise<readonly number[]> {
  const drawn = await page.evaluateHandle(() => {
    window.frameScripts = [];
    // `watchFrames` itself asks for frames, and does nothing in them.
    return () =>
      window.frameScripts
        .filter(({ hasWords, milliseconds }) => !hasWords && milliseconds > 0.2)
        .map(({ milliseconds }) => milliseconds);
  });
  const isEnough = ([read, wanted]: readonly [() => number[], number]) => read().length >= wanted;
  await page.waitForFunction(isEnough, [drawn, count] as const, { polling: 500 });
  const scripts = await page.evaluate((read) => read(), drawn);
  return scripts.sort((a, b) => a - b);
}

/** Lets the page count what React commits, and note when its frames come; before it is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.commits = 0;
    window.frameTimes = [];
    // React tells its developer tools of every commit, in a production build too.
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => window.commits++,
        onPostCommitFiberRoot: () => {},
        onCommitFiberUnmount: () => {},
      },
    });
    const note = (now: number): void => {
      window.frameTimes.push(now);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

/** Over some time: commits of React a second, and the milliseconds between frames, ascending. */
export async function framesOver(page: Page, milliseconds: number) {
  return page.evaluate(async (wanted) => {
    const [commits, begin] = [window.commits, performance.now()];
    window.frameTimes = [];
    await new Promise((done) => {
      setTimeout(done, wanted);
    });
    const seconds = (performance.now() - begin) / 1000;
    const times = window.frameTimes;
    return {
      commitsPerSecond: (window.commits - commits) / seconds,
      intervals: times
        .slice(1)
        .map((time, index) => time - (times[index] ?? 0))
        .sort((a, b) => a - b),
    };
  }, milliseconds);
}
