import react from "@vitejs/plugin-react";
import temml from "temml";
import { runnerImport } from "vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import type { Catalogue } from "./sim/contract/catalogue.ts";
import { figureWithoutScript } from "./site/no-script.ts";
import { worksOffline } from "./site/offline.ts";
import { pagesForStaticHosts } from "./site/pages.ts";

const FORMULAS = "virtual:formulas";

/**
 * All TeX of the catalogue as MathML, set while the page is built: `import formulas from "virtual:formulas"` is an object
 * from TeX to its parts, which may stand below each other. A formula that cannot be set fails the build.
 */
function formulasFromCatalogue(): Plugin {
  const id = `\0${FORMULAS}`;
  return {
    name: "formulas-from-catalogue",
    resolveId: (source) => (source === FORMULAS ? id : null),
    async load(requested) {
      if (requested !== id) return null;
      const { module } = await runnerImport<{ catalogue: Catalogue }>("/sim/catalogue.ts", {
        root: import.meta.dirname,
      });
      const { normalisers, metrics } = module.catalogue;
      const formulas = [
        ...normalisers.map(({ formula }) => formula),
        ...metrics.flatMap(({ formula }) => Object.values(formula)),
      ];
      const entries = formulas.map((tex) => [tex, inParts(tex)]);
      return `export default ${JSON.stringify(Object.fromEntries(entries))}`;
    },
    // While developing, a definition that changes may bring another formula.
    hotUpdate({ file, modules }) {
      const formulas = this.environment.moduleGraph.getModuleById(id);
      return formulas && file.includes("/sim/") ? [...modules, formulas] : modules;
    },
  };
}

/** Where a definition says “, where …” by a quad, a narrow page may break the line. */
function inParts(tex: string): string[] {
  return tex
    .split(/(?<=,)\s*\\quad\s*/)
    .map((part) => temml.renderToString(part, { throwOnError: true, strict: true }));
}

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    formulasFromCatalogue(),
    figureWithoutScript(),
    pagesForStaticHosts(),
    worksOffline(),
  ],
  worker: { format: "es" },
  resolve: { dedupe: ["@tensorflow/tfjs-core"] },
  // Unit tests run in Node, where TensorFlow.js would otherwise arrive twice, as ES modules and as CommonJS.
  ssr: { resolve: { mainFields: ["module", "main"] } },
  build: {
    target: "es2023",
    // What the page begins with is one file: cut up by who else uses what, it would be fifteen, and 3 kB more.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } },
    },
  },
  // As hosts should: a frame that is sandboxed without `allow-same-origin` may load scripts only from whoever lets everybody.
  preview: { port: 4173, cors: { origin: "*" } },
  test: {
    include: ["{sim,components,app,scripts,site}/**/*.test.{ts,tsx}"],
    // The TensorFlow.js packages are bundled as the browser gets them, so that there is one engine and not two.
    server: { deps: { inline: [/@tensorflow/] } },
    testTimeout: 60_000,
  },
});
