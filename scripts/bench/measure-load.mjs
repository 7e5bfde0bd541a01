import { bundleSizes } from "../bundle-sizes.mjs";
import { openLaboratory } from "./laboratory.mjs";
import { median } from "./windows.mjs";

/** The first visit to the default experiment: how much is fetched, and how long one waits. */
export async function measureLoad(browser, site, folder, { device, repeats, say }) {
  const waits = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const { context, page, secondsToReady } = await openLaboratory(
      browser,
      `${site}?device=${device}`,
    );
    waits.push({ secondsToReady, secondsToFirstPoint: await secondsToFirstPoint(page) });
    await context.close();
    say(`load ${repeat} of ${repeats}`);
  }
  const { page, worker, wasm } = bundleSizes(folder);
  return {
    pageKilobytes: page.kilobytes,
    workerKilobytes: worker.kilobytes,
    wasmKilobytes: wasm.kilobytes,
    secondsToReady: median(waits.map((wait) => wait.secondsToReady)),
    secondsToFirstPoint: median(waits.map((wait) => wait.secondsToFirstPoint)),
    files: { page: page.files, worker: worker.files },
  };
}

/** From the press of Play to the frame after the one in which the first step's numbers were there to draw. */
function secondsToFirstPoint(page) {
  return page.getByRole("button", { name: "Play", exact: true }).evaluate(
    (play) =>
      new Promise((done) => {
        const start = performance.now();
        play.click();
        const look = () => {
          if (window.normscope.read().step < 1) return requestAnimationFrame(look);
          requestAnimationFrame(() => done((performance.now() - start) / 1000));
        };
        requestAnimationFrame(look);
      }),
  );
}
