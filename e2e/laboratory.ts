import { expect, test as base } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type { Reading, SeriesReading } from "../app/read-out.ts";

// Reading the page must not be what keeps it busy.
const POLL = { polling: 100 };

/** The page as a learner has it: buttons, labels, and `window.normscope.read()` for what the charts show. */
export class Laboratory {
  readonly page: Page;
  /** What the console and uncaught errors said. A journey fails on any. */
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
    page.on("pageerror", (error) => this.problems.push(String(error)));
  }

  /** Opens a link and waits until the networks are built. */
  async open(query = "", path = "/"): Promise<this> {
    await this.page.goto(`${path}${query === "" ? "" : `?${query}`}`);
    return this.untilBuilt();
  }

  /** Opens an embedding, which builds nothing before Play. */
  async openEmbed(query = ""): Promise<this> {
    await this.page.goto(`/embed${query === "" ? "" : `?${query}`}`);
    await this.page.waitForFunction(() => window.normscope !== undefined, undefined, POLL);
    return this;
  }

  async untilBuilt(): Promise<this> {
    await this.page.waitForFunction(
      () => {
        const phase = window.normscope?.read().phase;
        return phase !== undefined && phase !== "idle" && phase !== "opening";
      },
      undefined,
      POLL,
    );
    // Of a long run all the numbers would be too many to bring over.
    const phase = await this.page.evaluate(() => window.normscope?.read().phase);
    expect(phase, await this.failure()).not.toBe("failed");
    return this;
  }

  async play(): Promise<this> {
    await this.button("Play").click();
    // An embedding builds its networks only now.
    await this.untilBuilt();
    // On a busy machine a step may take long enough for the page to ask.
    const anyway = this.button("Play anyway");
    if (await anyway.isVisible()) await anyway.click();
    return this;
  }

  async pause(): Promise<this> {
    await this.button("Pause").click();
    return this;
  }

  async reset(): Promise<this> {
    await this.button("Reset").click();
    return this;
  }

  /** One step, and its numbers have arrived. */
  async step(): Promise<this> {
    const { step } = await this.read();
    await this.button("Step").click();
    return this.untilStep(step + 1);
  }

  /** Until the run has taken so many steps; fails at once when it fails. */
  async untilStep(step: number, timeout = 110_000): Promise<this> {
    await this.page.waitForFunction(
      (wanted) => {
        const reading = window.normscope?.read();
        return reading !== undefined && (reading.step >= wanted || reading.phase === "failed");
      },
      step,
      { ...POLL, timeout },
    );
    expect((await this.read()).phase, await this.failure()).not.toBe("failed");
    return this;
  }

  async read(): Promise<Reading> {
    const reading = await this.page.evaluate(() => window.normscope?.read());
    if (!reading) throw new Error("window.normscope is missing: the page has not started");
    return reading;
  }

  /** The training loss of every lane at the first steps, step by step. */
  async firstLosses(count: number): Promise<Record<string, readonly number[]>> {
    const { series } = await this.read();
    return Object.fromEntries(
      trainingLosses(series).map(({ lane, values }) => [lane, values.slice(0, count)]),
    );
  }

  /** Opens a group of settings. */
  async unfold(group: string): Promise<this> {
    await this.page.locator("summary").getByText(group, { exact: true }).click();
    return this;
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  control(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** What an alert on the page says, for the message of a failed expectation. */
  private async failure(): Promise<string> {
    const alerts = await this.page.getByRole("alert").allTextContents();
    return `the page says: ${alerts.join(" ") || "nothing"}`;
  }
}

export function trainingLosses(series: readonly SeriesReading[]): SeriesReading[] {
  return series.filter(({ metric, statistic }) => metric === "loss" && statistic === "train");
}

/** Names of the series that hold a number that is not finite. */
export function unsound(series: readonly SeriesReading[]): string[] {
  return series
    .filter(({ values }) => !values.every(Number.isFinite))
    .map(({ lane, site, metric, statistic }) => `${lane} ${site ?? ""} ${metric} ${statistic}`);
}

/** A journey: it has a laboratory, and ends with a quiet console. */
export const test = base.extend<{ lab: Laboratory }>({
  lab: async ({ page }, use) => {
    const lab = new Laboratory(page);
    await use(lab);
    expect(lab.problems).toEqual([]);
  },
});

export { expect };
