import type { Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { expect, test } from "./laboratory.ts";
import type { Laboratory } from "./laboratory.ts";

interface State {
  readonly name: string;
  readonly enter: (lab: Laboratory) => Promise<unknown>;
}

const STATES: readonly State[] = [
  { name: "the laboratory before Play", enter: (lab) => lab.open("device=wasm") },
  {
    name: "the laboratory with all settings and methods unfolded, after steps, with something done to it",
    enter: async (lab) => {
      const done = "do=outlier@2x10,freeze@4-90,topic@300-350";
      await lab.open(`device=wasm&evaluateEvery=5&translation.bleuEvery=1&${done}`);
      await lab.play();
      await lab.untilStep(6);
      await lab.pause();
      await unfoldAll(lab.page);
    },
  },
  { name: "a method's card", enter: (lab) => lab.open("device=wasm&method=power-norm") },
  {
    name: "a link with mistakes",
    enter: (lab) => lab.open("device=wasm&learningRate=lots&site=nowhere"),
  },
  {
    name: "a step of a lesson that asks for a drawing",
    enter: (lab) => lab.open("lesson=remember&step=4&device=wasm", "/lessons"),
  },
  {
    name: "an embedding",
    enter: async (lab) => {
      await lab.openEmbed("device=wasm&locked=lanes");
      await expect(lab.button("Play")).toBeVisible();
    },
  },
  {
    name: "the share panel",
    enter: async (lab) => {
      await lab.open("device=wasm");
      await lab.button("Share").click();
      await expect(lab.button("Copy HTML")).toBeVisible();
      await unfoldAll(lab.page);
    },
  },
  {
    name: "what can be taken home, with the Python unfolded",
    enter: async (lab) => {
      await lab.open("device=wasm");
      await lab.button("Take home").click();
      await lab.button("Read it").click();
      await expect(lab.page.getByRole("region", { name: "The Python file" })).toBeVisible();
    },
  },
  {
    name: "a recording from a file, with a chart’s ways to be saved",
    enter: async (lab) => {
      await lab.open("device=wasm");
      await lab.button("Take home").click();
      await lab.control("Open a file").setInputFiles("e2e/recorded-by-pytorch.jsonl");
      const file = lab.page.getByRole("region", { name: "From a file" });
      await file.getByRole("button", { name: "Save the chart" }).first().click();
      await expect(file.getByRole("button", { name: "SVG" })).toBeVisible();
    },
  },
];

for (const scheme of ["light", "dark"] as const)
  for (const { name, enter } of STATES)
    test(`axe finds nothing: ${name}, ${scheme}`, async ({ lab, page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await enter(lab);
      expect(await axeFindings(page)).toEqual([]);
    });

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}
