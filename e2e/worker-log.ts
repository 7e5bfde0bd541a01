import type { Page } from "@playwright/test";
import type { Column, FromSim, TableName } from "../sim/contract/protocol.ts";

/** One number as the worker sent it. */
export interface Sent {
  readonly table: TableName;
  /** Undefined where there are more numbers than columns. */
  readonly column: Column | undefined;
  readonly step: number;
  readonly value: number;
}

declare global {
  interface Window {
    sentByWorkers?: FromSim[];
  }
}

/** Keeps a copy of all that workers tell the page; before it is opened. */
export async function tapWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: FromSim[] = [];
    window.sentByWorkers = told;
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(...words: ConstructorParameters<typeof Plain>) {
        super(...words);
        // The page's own listener comes later, and so cannot change what is kept.
        this.addEventListener("message", ({ data }: MessageEvent<FromSim>) =>
          told.push(structuredClone(data)),
        );
      }
    };
  });
}

/** Every number of the last run that was built, in the order in which they came. */
export async function sentNumbers(page: Page): Promise<readonly Sent[]> {
  return page.evaluate(() => {
    const told = window.sentByWorkers ?? [];
    const ready = told.findLast((message) => message.type === "ready");
    if (!ready) return [];
    const { run, columns } = ready;
    return told.flatMap((message) => {
      const isOfRun = "run" in message && message.run === run;
      if (!isOfRun || (message.type !== "report" && message.type !== "translations")) return [];
      return message.rows.flatMap(({ table, steps, values }) =>
        Array.from(values, (value, index) => {
          const width = columns[table].length;
          const [row, place] = [Math.floor(index / width), index % width];
          return { table, column: columns[table][place], step: steps[row] ?? Number.NaN, value };
        }),
      );
    });
  });
}
