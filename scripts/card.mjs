/**
 * Draws `public/card.png`, what other sites show of a link to this one: the recorded figure of the built page, and the
 * question it answers. `npm run build && npm run card`, when the recording has changed.
 */
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright";
import { findBrowser } from "./find-browser.mjs";
import { root } from "./run-tool.mjs";

const SIZE = { width: 1200, height: 630 };

const file = `${root}dist/recorded.svg`;
if (!existsSync(file))
  throw new Error("There is no dist/recorded.svg: build first (npm run build).");
const serif = readFileSync(
  `${root}node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2`,
).toString("base64");
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path });
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.setContent(`
    <style>
      @font-face { font-family: serif4; src: url("data:font/woff2;base64,${serif}"); }
      body { margin: 0; padding: 44px 64px; background: #fbfaf7; color: #1d1c1a; font-family: serif4; }
      h1 { margin: 0 0 4px; font-size: 44px; font-weight: 400; }
      p { margin: 0 0 12px; color: #6a665f; font-size: 24px; }
      svg { width: 1072px; height: 446px; }
    </style>
    <h1>How far is this batch from what the layer remembers?</h1>
    <p>Normscope: networks that train while you look. Here, a run that was recorded.</p>
    ${readFileSync(file, "utf8")}
  `);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${root}public/card.png` });
} finally {
  await browser.close();
}
