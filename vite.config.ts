import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Static hosts know no routes: `/embed` is a file beside the first, and so is whatever is not found. */
function pagesForStaticHosts(): Plugin {
  return {
    name: "pages-for-static-hosts",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      for (const fileName of ["embed.html", "404.html"])
        this.emitFile({ type: "asset", fileName, source: page.source });
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), pagesForStaticHosts()],
  worker: { format: "es" },
  resolve: { dedupe: ["@tensorflow/tfjs-core"] },
  // Unit tests run in Node, where TensorFlow.js would otherwise arrive twice, as ES modules and as CommonJS.
  ssr: { resolve: { mainFields: ["module", "main"] } },
  build: { target: "es2023" },
  preview: { port: 4173 },
  test: {
    include: ["{sim,components,app,scripts}/**/*.test.{ts,tsx}"],
    // The TensorFlow.js packages are bundled as the browser gets them, so that there is one engine and not two.
    server: { deps: { inline: [/@tensorflow/] } },
    testTimeout: 60_000,
  },
});
