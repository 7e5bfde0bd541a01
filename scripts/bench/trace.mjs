/**
 * Processor time of threads, from the browser's own trace. A thread that waits takes none: for the graphics device, or
 * for whoever else is busy on the same cores.
 */
export async function traced(browser, page, during) {
  // Every start of a browser-wide trace names a page; the trace holds all threads all the same.
  await browser.startTracing(page, { categories: ["toplevel"] });
  let trace;
  try {
    await during();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString());
  return {
    /** Milliseconds of processor time of each task on threads of this name. */
    tasks: (threadName) => tasksOn(traceEvents, threadName),
  };
}

export const WORKER_THREAD = "DedicatedWorker thread";
export const PAGE_THREAD = "CrRendererMain";

function tasksOn(events, threadName) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === threadName)
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return events
    .filter(
      ({ name, pid, tid }) =>
        name === "ThreadControllerImpl::RunTask" && threads.has(`${pid}/${tid}`),
    )
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}
