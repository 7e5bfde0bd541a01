import { describe, expect, it } from "vitest";
import { readParts } from "../embed/parts.ts";
import {
  embedAddress,
  FIRST_PLAN,
  fittingScript,
  linkTo,
  snippetOf,
  usualHeight,
} from "./snippet.ts";
import type { Plan } from "./snippet.ts";

const SITE = "https://host/some/where/";

function partsAt(address: string) {
  return readParts(new URL(address).search);
}

it("the link to a preset as it was written is the page that has its title", () => {
  expect(linkTo("", "paper-order", SITE)).toBe(`${SITE}preset/paper-order.html`);
  expect(linkTo("preset=ordinary-rate", "ordinary-rate", SITE)).toBe(
    `${SITE}preset/ordinary-rate.html`,
  );
  expect(linkTo("preset=ordinary-rate&seed=2", "ordinary-rate", SITE)).toBe(
    `${SITE}?preset=ordinary-rate&seed=2`,
  );
});

describe("a figure for a page", () => {
  it("has an address that the embedding reads back", () => {
    const plan: Plan = {
      ...FIRST_PLAN,
      panels: ["gap", "distance"],
      controls: { ...FIRST_PLAN.controls, lanes: "locked", rate: "locked" },
      theme: "dark",
      isTransparent: true,
    };
    const address = embedAddress(plan, "preset=paper-order&seed=3", SITE);
    const { panels, controls, locked, isTransparent, complaints } = partsAt(address);
    expect([...panels]).toEqual(["distance", "gap"]);
    expect([...controls]).toEqual(["play", "step", "reset", "lanes", "rate"]);
    expect([...locked]).toEqual(["lanes", "rate"]);
    expect(isTransparent).toBe(true);
    expect(complaints).toEqual([]);
    expect(address).toContain(`${SITE}embed.html?preset=paper-order&seed=3&`);
    expect(address).toContain("theme=dark");
  });

  it("may show nothing but its charts", () => {
    const controls = { ...FIRST_PLAN.controls };
    for (const name of ["play", "step", "reset"] as const) controls[name] = "left out";
    const parts = partsAt(embedAddress({ ...FIRST_PLAN, controls }, "", SITE));
    expect([...parts.controls]).toEqual([]);
  });

  it("is written so that a page can hold it", () => {
    const address = embedAddress(FIRST_PLAN, "preset=paper-order", SITE);
    const snippet = snippetOf(FIRST_PLAN, address, 'How "far"?');
    expect(snippet).toContain("preset=paper-order&amp;panels=distance");
    expect(snippet).toContain('title="How &quot;far&quot;?"');
    expect(snippet).toContain('loading="lazy"');
    expect(snippet).toContain(`height="${usualHeight(FIRST_PLAN)}"`);
    expect(fittingScript(SITE)).toBe('<script src="https://host/some/where/embed.js"></script>');
  });

  it("tells the frame its colour scheme where it is not the reader’s", () => {
    const snippet = snippetOf({ ...FIRST_PLAN, theme: "dark", height: 500 }, SITE, "t");
    expect(snippet).toContain('style="border: 0; color-scheme: dark"');
    expect(snippet).toContain('height="500"');
  });
});
