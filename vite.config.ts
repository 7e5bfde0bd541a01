import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  resolve: { dedupe: ["@tensorflow/tfjs-core"] },
  build: { target: "es2023" },
  preview: { port: 4173 },
  test: {
    include: ["{sim,components,app,scripts}/**/*.test.{ts,tsx}"],
    // The TensorFlow.js packages are bundled as the browser gets them, so that there is one engine and not two.
    server: { deps: { inline: [/@tensorflow/] } },
    testTimeout: 60_000,
  },
});
