import { readFile } from "node:fs/promises";
import { expect, test } from "./laboratory.ts";
import { LessonWalk } from "./lesson-walk.ts";

test("what does the layer remember: done from its first step to its answer sheet", async ({
  lab,
  page,
}) => {
  const walk = await new LessonWalk(lab).open("remember");
  for (let i = 0; i < 3; i++) await lab.step();
  await (await walk.done()).next();
  await walk.turn("Running-average momentum α", "ArrowRight", 1);
  await (await walk.done()).next();
  await (await walk.playTo(60)).next();
  await (await walk.drawsByKeys()).next();
  await (await walk.playTo(60)).says("In the second half you drew about");
  await walk.next();
  await walk.pick(/The largest/);
  await walk.says("Not here.");
  await walk.pick(/Long against the noise/);
  await (await walk.done()).says("Yes.");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lab.button("Download the answer sheet").click(),
  ]);
  const sheet = await readFile(await download.path(), "utf8");
  expect(sheet).toContain("# What does the layer remember?");
  expect(sheet).toMatch(/Prediction: a curve through/);
  expect(sheet).toMatch(/distance of µ with α = 0\.99, median of steps 41 to 60: [\d.]+/);
  expect(sheet).not.toContain("Not done.");
});

test("what happens when the batch shrinks", async ({ lab }) => {
  const walk = await new LessonWalk(lab).open("shrink");
  await (await walk.playTo(40)).next();
  await (await walk.expects(/Sixteen times/)).next();
  await walk.turn("Images per batch", "ArrowLeft", 4);
  await (await walk.playTo(40)).says("Not in this run.");
  await walk.next();
  await (await walk.playTo(60)).next();
  await walk.pick(/its answer is the same: it uses what it remembers/);
  await (await walk.done()).says("Yes.");
});

test("how far is this batch", async ({ lab, page }) => {
  const walk = await new LessonWalk(lab).open("distance");
  await lab.play();
  await lab.untilStep(60);
  await (await walk.expects(/Further/)).next();
  await page.getByLabel("Layer", { exact: true }).selectOption("last");
  await (await walk.done()).next();
  await page.getByLabel("Metric", { exact: true }).selectOption("relative-distance");
  await (await walk.done()).next();
  await (await walk.expects(/halves too/)).next();
  await walk.turn("Tokens per batch", "ArrowRight", 2);
  await (await walk.playTo(60)).says(/in this run/);
  await walk.next();
  await walk.pick(/Rows of one batch are alike/);
  await walk.done();
});

test("why evaluation looks worse than training, flipped by hand at last", async ({ lab, page }) => {
  const walk = await new LessonWalk(lab).open("flip");
  await (await walk.expects(/Nothing: the average/)).next();
  await (await walk.playTo(80)).says(/In the|in this run/);
  await walk.next();
  await page.getByText("Try while it runs", { exact: true }).click();
  await lab.play();
  await lab.untilStep(5);
  await lab.button("Evaluation mode").click();
  await (await walk.done()).next();
  await walk.pick(/What it remembers/);
  await walk.done();
});

test("biased or unbiased: twenty norms on one another, and two in networks that learn", async ({
  lab,
  page,
}) => {
  const walk = await new LessonWalk(lab).open("biased");
  await lab.control("Rows in the batch").press("Home");
  await (await walk.done()).next();
  await (await walk.expects(/still within a hundredth/)).next();
  await lab.control("Rows in the batch").fill("64");
  await lab.control("Layers").fill("20");
  await (
    await walk.done()
  ).says("The stack gives 0.854; √((N − 1)/N) to the power of its layers is 0.854.");
  await walk.says("Not in this run. It came out so: “smaller by about a seventh.”");
  await walk.next();
  await lab.control("Remembered variance").selectOption("biased");
  await (await walk.done()).says("It is now 1.00 of it.");
  await walk.next();
  await (await walk.playTo(60)).next();
  await walk.pick(/a choice, whose price grows/);
  await walk.done();
  await expect(page.getByRole("link", { name: "in the laboratory", exact: true })).toBeVisible();
});

test("pictures against text, down to two pictures a batch", async ({ lab }) => {
  const walk = await new LessonWalk(lab).open("pictures");
  await (await walk.expects(/That of text/)).next();
  await (await walk.playTo(60)).next();
  await walk.turn("Images per batch", "ArrowLeft", 4);
  await (await walk.playTo(60)).next();
  await (await walk.playTo(60)).next();
  await walk.pick(/That text strayed further here/);
  await walk.done();
});

test("what PowerNorm changes", async ({ lab, page }) => {
  const walk = await new LessonWalk(lab).open("power");
  await (await walk.expects(/somewhat less/)).next();
  await (await walk.playTo(60)).next();
  const drawn = page.getByRole("group", { name: "Drawn" });
  for (const name of ["BN", "PN-V"])
    await drawn.getByRole("checkbox", { name, exact: true }).uncheck();
  await (await walk.done()).next();
  await walk.pick(/Nothing in the forward pass/);
  await (await walk.done()).next();
  await walk.pick(/On several seeds/);
  await walk.done();
});

test("a layer that remembers nothing", async ({ lab, page }) => {
  const walk = await new LessonWalk(lab).open("layer-norm");
  await (await walk.expects(/Above zero/)).next();
  await (await walk.playTo(80)).says("Not in this run. It came out so: “Exactly on zero.”");
  await walk.next();
  await page.getByLabel("Held-out loss with batch statistics too").check();
  await (await walk.done()).next();
  await walk.turn("Tokens per batch", "ArrowLeft", 2);
  await (await walk.playTo(20)).next();
  await walk.pick(/Its γ and β/);
  await walk.done();
});

test("how to break it: an outlier, Γ, and the learning rate", async ({ lab }) => {
  const walk = await new LessonWalk(lab).open("break");
  await (await walk.expects(/A network diverges/)).next();
  await (await walk.playTo(80)).says("Not in this run.");
  await walk.next();
  await (await walk.expects(/Both: α is small enough/)).next();
  await (await walk.playTo(60)).next();
  await walk.turn("Learning rate", "ArrowRight", 4);
  await (await walk.playTo(60)).next();
  await walk.pick(/They keep what later layers see/);
  await walk.done();
});

test("a test of one's own, with another seed", async ({ lab, page }) => {
  const walk = await new LessonWalk(lab).open("own-test");
  await page.getByRole("slider", { name: "Learning rate" }).first().press("ArrowDown");
  await (await walk.done()).next();
  await (await walk.expects(/level, within/)).next();
  await (await walk.playTo(60)).next();
  await lab.control("Seed").fill("2");
  await lab.control("Seed").press("Enter");
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await (await walk.playTo(60)).next();
  await walk.pick(/That it held in two of two seeds/);
  await (await walk.done()).says("Yes.");
});

test("Space plays and goes on, and every step is an address that Back returns to", async ({
  lab,
  page,
}) => {
  const walk = await new LessonWalk(lab).open("shrink");
  await page.locator("body").press(" ");
  await lab.untilStep(40);
  await walk.done();
  await page.keyboard.press(" ");
  await expect(page).toHaveURL(/lesson=shrink&step=2/);
  await expect(walk.heading()).toBeFocused();
  await page.goBack();
  await expect(walk.heading()).toContainText("1 of");
  // The run is still there, and the step still done.
  await walk.done();
  await page.getByRole("link", { name: /And a small batch at inference/ }).click();
  await expect(page).toHaveURL(/step=5/);
  await page.reload();
  await expect(walk.heading()).toContainText("5 of");
  await lab.untilBuilt();
});

test("the laboratory leads to the list of lessons, and every entry to the lesson it names", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm");
  await page.getByRole("banner").getByRole("link", { name: "Lessons" }).click();
  await expect(page.getByRole("heading", { name: "Lessons" })).toBeVisible();
  const entries = page.getByRole("main").getByRole("listitem").getByRole("link");
  const named = await entries.evaluateAll((links) =>
    links.map((link) => [link.textContent ?? "", (link as HTMLAnchorElement).href] as const),
  );
  expect(named.length).toBeGreaterThan(1);
  for (const [title, address] of named) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  }
});

test("a lesson that there is not is said, and the list shown", async ({ page }) => {
  await page.goto("/lessons?lesson=alchemy");
  await expect(page.getByRole("status")).toContainText("lesson=alchemy was ignored");
  await expect(page.getByRole("heading", { name: "Lessons" })).toBeVisible();
});
