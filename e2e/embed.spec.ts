import { expect, test } from "./laboratory.ts";

/** Two lanes that are evaluated early, on little data. */
const SHORT =
  "lanes=batch-norm,layer-norm&evaluateEvery=5&translation.longest=10&translation.heldOut=64&translation.bleuPairs=16";

test("an embedding shows the charts without the page around them, and plays", async ({
  lab,
  page,
}) => {
  await lab.openEmbed(`device=wasm&${SHORT}`);
  await expect(lab.control("Preset")).toHaveCount(0);
  await expect(lab.control("Seed")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Open in Normscope" })).toBeVisible();
  for (const name of ["Play", "Step", "Reset"]) await expect(lab.button(name)).toBeVisible();
  const said = page.getByRole("region", { name: "What do they say?" });
  await lab.play();
  await expect(said.getByText("(nothing yet)")).toHaveCount(10);
  await lab.untilStep(3);
  // Five sentences by two networks, translated after the first evaluation.
  await expect(said.getByText("as of step 5")).toBeVisible({ timeout: 60_000 });
  await expect(said.getByText("(nothing yet)")).toHaveCount(0);
  await expect(said.getByRole("listitem")).toHaveCount(5);
});

test("an embedding hides what its link leaves out", async ({ lab, page }) => {
  await lab.openEmbed("device=wasm&controls=play,view&panels=distance");
  await expect(lab.button("Play")).toBeVisible();
  await expect(lab.control("Metric")).toBeVisible();
  for (const name of ["Step", "Reset"]) await expect(lab.button(name)).toHaveCount(0);
  for (const label of ["Speed", "Learning rate"]) await expect(lab.control(label)).toHaveCount(0);
  await expect(page.getByRole("figure", { name: /held-out/i })).toHaveCount(0);
  await lab.play();
  await lab.untilStep(2);
});

test("an embedding says which of its parts there are not", async ({ lab, page }) => {
  await lab.openEmbed("device=wasm&panels=distance,no-such-panel");
  const notice = page.getByRole("status").filter({ hasText: "The page was asked" });
  await expect(notice).toContainText("panels=no-such-panel");
});

test("an embedding asks for no device, no worker and no engine before Play", async ({
  lab,
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await lab.openEmbed("panels=loss&controls=play");
  await expect(page.locator("svg").getByText("recorded", { exact: true }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(page.workers()).toEqual([]);
  expect(fetched.filter((url) => /entry-|webgl-|wasm|cpu-/.test(url))).toEqual([]);
  expect((await lab.read()).phase).toBe("idle");
});

test("a locked control is there, says why, and cannot be moved", async ({ lab, page }) => {
  await lab.openEmbed("device=wasm&controls=play,batch&locked=lanes,rate&panels=loss");
  const rate = page.getByRole("slider", { name: "Learning rate" });
  await expect(rate).toBeDisabled();
  await expect(rate).toHaveAccessibleDescription(/Whoever placed this figure has set it/);
  await expect(page.getByRole("checkbox", { name: "BN" })).toBeDisabled();
  await expect(page.getByRole("slider", { name: "Tokens per batch" })).toBeEnabled();
  await expect(page.getByText("What is grey is fixed")).toBeVisible();
});
