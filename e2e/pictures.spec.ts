import type { Page } from "@playwright/test";
import { pictureDiffers } from "./coarse-picture.ts";
import { expect, test } from "./laboratory.ts";
import { withholdWorkers } from "./workers.ts";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

interface Scene {
  readonly name: string;
  readonly path: string;
  /** What shows that all of it is there. */
  readonly settled: (page: Page) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  { name: "laboratory-recorded", path: "/", settled: (page) => seen(page, "All methods") },
  {
    name: "card",
    path: "/?method=power-norm",
    settled: (page) => seen(page, "Power Normalisation"),
  },
  {
    name: "present",
    path: "/?present=true",
    settled: (page) => seen(page, "How far is this batch"),
  },
  { name: "embed", path: "/embed.html", settled: (page) => seen(page, "How far is this batch") },
  { name: "lessons", path: "/lessons.html", settled: (page) => seen(page, "Lessons") },
  { name: "article", path: "/article.html", settled: (page) => seen(page, "Sources") },
  { name: "teach", path: "/teach.html", settled: (page) => seen(page, "To talk about") },
];

for (const scene of SCENES)
  test(`looks as it did: ${scene.name}`, async ({ browser, page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await withholdWorkers(page);
    const differing: string[] = [];
    for (const scheme of ["light", "dark"] as const)
      for (const size of SIZES) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize(size);
        await page.goto(scene.path);
        await scene.settled(page);
        await page.evaluate(atRest);
        const name = `${scene.name}-${size.width}-${scheme}`;
        const difference = await pictureDiffers(browser, page, name);
        if (difference !== null) differing.push(`${name}: ${difference}`);
      }
    expect(differing).toEqual([]);
  });

async function seen(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
}

/** When the fonts are there, and nothing has come to the page for half a second: parts of it are fetched one by one. */
async function atRest(): Promise<void> {
  await document.fonts.ready;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => wait());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, 500);
    };
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    wait();
  });
}
