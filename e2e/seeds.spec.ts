import { expect, test } from "./laboratory.ts";

const SHORT =
  "device=wasm&lanes=batch-norm,layer-norm&steps=6&evaluateEvery=5&translation-transformer.width=16&translation-transformer.encoderLayers=1&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.heldOut=64";

test("the experiment runs with several seeds, and says what they allow to say", async ({ lab }) => {
  await lab.open(SHORT);
  const panel = lab.page.getByRole("region", { name: /Over seeds/ });
  await panel.getByLabel("How many").selectOption("3");
  await panel.getByRole("button", { name: "Start" }).click();
  await expect(panel).toContainText("All 3 seeds are finished.", { timeout: 100_000 });
  const rows = panel.getByRole("rowheader");
  for (const name of ["1", "2", "3", "mean", "median", "BN − LN"])
    await expect(rows.filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1);
  await expect(panel.getByRole("figure")).toHaveCount(4);
  // The shown run has not been touched.
  expect((await lab.read()).step).toBe(0);
});
