import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { placeForKey, Tabs } from "./tabs.tsx";

const tabs = [
  { id: "layers", label: "All layers" },
  { id: "step", label: "One step" },
] as const;

it("one tab is chosen, names what it opens, and alone is reached by Tab", () => {
  const markup = renderToStaticMarkup(
    <Tabs label="Look closer" tabs={tabs} chosen="step" onChoose={() => {}}>
      its numbers
    </Tabs>,
  );
  expect(markup).toContain('role="tablist" aria-label="Look closer"');
  expect(markup.match(/aria-selected="true"/g)).toHaveLength(1);
  expect(markup).toMatch(/tabindex="-1"[^>]*>All layers</);
  expect(markup).toMatch(/id="(\S+)"[^>]*tabindex="0"[^>]*>One step<.*aria-labelledby="\1"/);
});

it("arrows go round, Home and End to the ends, and other keys nowhere", () => {
  expect(placeForKey("ArrowRight", 1, 2)).toBe(0);
  expect(placeForKey("ArrowLeft", 0, 2)).toBe(1);
  expect(placeForKey("Home", 1, 2)).toBe(0);
  expect(placeForKey("End", 0, 2)).toBe(1);
  expect(placeForKey("a", 0, 2)).toBeNull();
});
