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
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser to trace");
  await browser.startTracing(page, { categories: ["toplevel"] });
  await during();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const times = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith("RunTask") && main.has(`${pid}/${tid}`))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
  if (times.length === 0) throw new Error("the trace holds no task of the main thread");
  return times.reduce((longest, time) => Math.max(longest, time), 0);
}
