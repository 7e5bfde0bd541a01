import { expect, test } from "./laboratory.ts";
import { StaticHost } from "./static-host.ts";

const SMALL =
  "device=wasm&lanes=layer-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

test("a figure that is put together under Share works where its HTML is pasted", async ({
  context,
  lab,
  page,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open(SMALL);
  await lab.button("Share").click();
  await page.getByText("What it shows, and what can be moved").click();
  await page.getByRole("checkbox", { name: "Distances" }).uncheck();
  await page.getByRole("checkbox", { name: "Losses" }).check();
  const rate = page.getByRole("radiogroup", { name: "Learning rate" });
  await rate.getByRole("radio", { name: "locked" }).check();
  await lab.button("Copy HTML").click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const pasted = await page.evaluate(() => navigator.clipboard.readText());

  const host = await new StaticHost().open();
  host.pages.set(
    "/blog.html",
    `<!doctype html><title>Blog</title><link rel="icon" href="data:," />${pasted}`,
  );
  await page.goto(`${host.origin}/blog.html`);
  const figure = page.frameLocator("iframe");
  await expect(figure.getByRole("slider", { name: "Learning rate" })).toBeDisabled();
  await expect(figure.getByRole("button", { name: "Back 50 steps" })).toHaveCount(0);
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.getByText(/step [1-9]/)).toBeVisible();
  await host.close();
});

test("a browser that does not let the page copy is said, and the text is marked", async ({
  lab,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await lab.open(`${SMALL}&seed=7`);
  await lab.button("Share").click();
  await lab.button("Copy link").click();
  await expect(page.getByText("The browser refused.")).toBeVisible();
  const marked = await page.evaluate(() => {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement)) return null;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  expect(marked).toContain("seed=7");
});
