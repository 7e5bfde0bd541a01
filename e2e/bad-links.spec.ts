import { Random } from "../sim/contract/random.ts";
import { expect, test } from "./laboratory.ts";

const NAMED = [
  "learningRate=NaN",
  "seed=1e999",
  "steps=-5",
  "translation.tokensPerBatch=-64",
  "preset=no-such-preset",
  "lanes=no-such-norm,batch-norm",
  "workload=no-such-task",
  "metric=no-such-metric",
  "noSuchSetting=1",
  "seed=1&seed=2",
];

const KEYS = [
  "preset",
  "lanes",
  "workload",
  "model",
  "b.workload",
  "seed",
  "steps",
  "evaluateEvery",
  "learningRate",
  "warmUp",
  "optimiser",
  "schedule",
  "alpha",
  "labelSmoothing",
  "lane1.epsilon",
  "lane9.groups",
  "site",
  "metric",
  "scale",
  "hide",
  "speed",
  "__proto__",
  "constructor",
  "",
];

const VALUES = [
  "",
  "NaN",
  "1e999",
  "-1e999",
  "-1",
  "0",
  "1e-320",
  "1e309x",
  "0x10",
  "null",
  "undefined",
  "[object Object]",
  "%00",
  "%F0%9F%92%A5",
  "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "__proto__",
  ",,,,",
  "batch-norm,batch-norm,batch-norm,batch-norm,batch-norm",
  "b.batch-norm",
  "toString",
];

test("a link with a mistake opens the page, and the page says what it ignored", async ({
  lab,
  page,
}) => {
  test.setTimeout(240_000);
  for (const query of NAMED) {
    await lab.open(`${query}&device=wasm`);
    const notice = page.getByRole("status").filter({ hasText: "The page was asked" });
    await expect(notice).toContainText(mentioned(query.split("=")[0] ?? ""));
    expect((await lab.read()).phase).toBe("ready");
  }
});

test("a hundred random links open, and now and then one trains", async ({ lab }) => {
  test.setTimeout(600_000);
  const random = new Random("bad links");
  for (let visit = 0; visit < 100; visit++) {
    const query = randomQuery(random);
    await test.step(query, async () => {
      await lab.open(`${query}&device=wasm`);
      if (visit % 20 === 0) await lab.step();
    });
  }
});

function randomQuery(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => {
    const key = encodeURIComponent(random.pick(KEYS));
    return `${key}=${random.pick(VALUES)}`;
  }).join("&");
}

/** `lanes` complains of each lane. */
function mentioned(key: string): string {
  return key === "lanes" ? "lane " : `${key}=`;
}
