import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "./scripts/find-browser.mjs";

const { path } = await findBrowser();
const port = Number((process.env["NORMSCOPE_PORT"] ??= String(await freePort(4173))));
const isBuilt = process.env["NORMSCOPE_BUILT"] === "1" && existsSync("dist/index.html");
const preview = `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`;

export default defineConfig({
  testDir: "e2e",
  // One at a time: software-drawn WebGL takes all the cores there are.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 120_000,
  expect: { timeout: 60_000 },
  outputDir: "test-results",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    headless: true,
    viewport: { width: 1280, height: 800 },
    // It would answer in place of what a journey says the network does; `offline.spec.ts` lets it.
    serviceWorkers: "block",
    trace: "retain-on-failure",
    launchOptions: { executablePath: path, args: launchArguments() },
  },
  // The golden vectors need a browser, but no page of ours.
  ...(process.env["NORMSCOPE_SITE"] === "none"
    ? {}
    : {
        webServer: {
          command: isBuilt ? preview : `npx vite build && ${preview}`,
          url: `http://127.0.0.1:${port}/`,
          reuseExistingServer: false,
          timeout: 180_000,
        },
      }),
});

/** The port asked for, or any other where someone else already listens, such as `npm start`. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && wanted !== 0) freePort(0).then(resolve, reject);
      else reject(error);
    });
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : wanted;
      server.close(() => resolve(port));
    });
  });
}
