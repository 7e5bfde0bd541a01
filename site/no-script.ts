import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import type { Plugin } from "vite";
import type { Catalogue } from "../sim/contract/catalogue.ts";
import { entry } from "../sim/contract/catalogue.ts";
import type { RecordedRun } from "../sim/contract/recorded-run.ts";
import { figureWords, recordedFigure } from "./recorded-figure.ts";

const PLACE = "<!-- the recorded figure -->";
const FILE = "recorded.svg";

/** Puts the first preset’s recorded run where no script runs: as a picture, said to be recorded. */
export function figureWithoutScript(): Plugin {
  const root = join(import.meta.dirname, "..");
  const read = async () => {
    const { module } = await runnerImport<{ catalogue: Catalogue }>("/sim/catalogue.ts", { root });
    const { presets, normalisers } = module.catalogue;
    const [preset] = presets;
    if (!preset) throw new Error("there is no preset");
    const file = join(root, `sim/recorded/runs/${preset.id}.json`);
    // Written by our own recorder; a test reads every one.
    const run = JSON.parse(readFileSync(file, "utf8")) as RecordedRun;
    return {
      run,
      question: preset.question,
      labelOf: (id: string) => entry(normalisers, id).label,
    };
  };
  return {
    name: "figure-without-script",
    async transformIndexHtml(html) {
      const { run, question } = await read();
      if (!html.includes(PLACE)) throw new Error("index.html has no place for the recorded figure");
      const words = figureWords(run);
      return html.replace(
        PLACE,
        `<figure>
        <p>${question}</p>
        <img src="./${FILE}" width="720" height="300" alt="${words}" />
        <figcaption>${words}</figcaption>
      </figure>`,
      );
    },
    async generateBundle() {
      const { run, labelOf } = await read();
      this.emitFile({ type: "asset", fileName: FILE, source: recordedFigure(run, labelOf) });
    },
  };
}
