import type { Frame, Page } from "@playwright/test";
import { expect } from "./laboratory.ts";
import type { StaticHost } from "./static-host.ts";

/** Two lanes so small that a step takes milliseconds. */
const SMALL =
  "lanes=batch-norm,layer-norm&steps=5000&evaluateEvery=1000&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

export interface Placed {
  readonly id: string;
  readonly query?: string;
  /** Further attributes of the frame. */
  readonly attributes?: string;
}

/** Somebody else’s page with embeddings in it, which keeps every message that it gets. */
export class HostPage {
  readonly page: Page;
  readonly #site: string;
  readonly #host: StaticHost;

  /** `site` is where our page is served; the host is another origin. */
  constructor(page: Page, site: string, host: StaticHost) {
    this.page = page;
    this.#site = site;
    this.#host = host;
  }

  async open(placed: readonly Placed[], around: (frames: string) => string = (html) => html) {
    const frames = placed.map(
      ({ id, query = "device=wasm", attributes = "" }) =>
        `<iframe name="${id}" title="${id}" width="100%" height="300" ${attributes} src="${this.#site}/embed.html?${SMALL}&panels=loss&controls=play,reset&id=${id}&${query}"></iframe>`,
    );
    const script = `globalThis.heard = []; addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));`;
    const head = `<!doctype html><title>Host</title><link rel="icon" href="data:," /><script>${script}</script>`;
    this.#host.pages.set("/host.html", head + around(frames.join("\n")));
    await this.page.goto(`${this.#host.origin}/host.html`);
    for (const { id } of placed)
      await expect
        .poll(() => this.heard())
        .toContainEqual(
          expect.objectContaining({ data: { type: "normscope:ready", version: 1, id } }),
        );
    return this;
  }

  frame(id: string): Frame {
    const frame = this.page.frame({ name: id });
    if (!frame) throw new Error(`the page has no frame ${id}`);
    return frame;
  }

  button(id: string, name: string) {
    return this.frame(id).getByRole("button", { name, exact: true });
  }

  async reading(id: string) {
    return this.frame(id).evaluate(() => window.normscope?.read());
  }

  async untilStep(id: string, step: number): Promise<void> {
    await this.frame(id).waitForFunction(
      (wanted) => (window.normscope?.read().step ?? 0) >= wanted,
      step,
      { polling: 100 },
    );
  }

  async untilPhase(id: string, phase: string): Promise<void> {
    await expect.poll(async () => (await this.reading(id))?.phase).toBe(phase);
  }

  async say(id: string, message: unknown): Promise<void> {
    await this.page.evaluate(
      ({ name, words }) => {
        document
          .querySelector<HTMLIFrameElement>(`iframe[name="${name}"]`)
          ?.contentWindow?.postMessage(words, "*");
      },
      { name: id, words: message },
    );
  }

  /** What embeddings have told this page so far. */
  async heard(): Promise<readonly { readonly data: unknown; readonly origin: string }[]> {
    return this.page.evaluate(
      () => (globalThis as unknown as { heard: { data: unknown; origin: string }[] }).heard,
    );
  }
}
