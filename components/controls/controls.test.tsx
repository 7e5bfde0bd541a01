import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RangeParam } from "../../sim/contract/params.ts";
import { laneStyle } from "../theme/lane-styles.ts";
import { Button } from "./button.tsx";
import { LaneToggles } from "./lane-toggles.tsx";
import { ParamControl } from "./param-control.tsx";

const nothing = () => {};

const rate: RangeParam = {
  kind: "range",
  label: "Learning rate",
  about: "How far each step goes.",
  effect: "live",
  min: 1e-4,
  max: 1,
  step: 1e-4,
  scale: "log",
  initial: 0.01,
};

describe("the control of a parameter", () => {
  it("is a slider with a visible label, its effect in words, its number, and its sentence", () => {
    const markup = renderToStaticMarkup(
      <ParamControl id="lr" spec={rate} value={0.002} onChange={nothing} />,
    );
    expect(markup).toContain(
      '<label for="lr" id="lr-label" class="field-term">Learning rate</label>',
    );
    expect(markup).toContain("at once");
    expect(markup).toMatch(/type="range" min="0" max="200" step="1"/);
    expect(markup).toContain('aria-valuetext="2 × 10⁻³"');
    expect(markup).toContain('aria-describedby="lr-about"');
    expect(markup).toContain('value="2 × 10⁻³"');
  });

  it("is typed where a slider would be of no use", () => {
    const seed = {
      ...rate,
      label: "Seed",
      min: 0,
      max: 999_999,
      step: 1,
      scale: "linear",
    } as const;
    const markup = renderToStaticMarkup(
      <ParamControl id="seed" spec={seed} value={1} onChange={nothing} />,
    );
    expect(markup).not.toContain('type="range"');
    expect(markup).toContain('<label for="seed"');
  });

  it("is a menu for a choice and a box for a toggle, and says why it is disabled", () => {
    const shared = { about: "What is done.", effect: "restart", label: "Way" } as const;
    const choice = { ...shared, kind: "choice", options: ["sgd", "adam"], initial: "sgd" } as const;
    const menu = renderToStaticMarkup(
      <ParamControl id="way" spec={choice} value="adam" onChange={nothing} />,
    );
    expect(menu).toContain('<option value="adam" selected="">adam</option>');
    expect(menu).toContain("restarts");
    const toggle = { ...shared, kind: "toggle", initial: true } as const;
    const box = renderToStaticMarkup(
      <ParamControl
        id="way"
        spec={toggle}
        value={true}
        onChange={nothing}
        disabledReason="Only BN has one."
      />,
    );
    expect(box).toMatch(
      /type="checkbox" aria-describedby="way-about way-reason" disabled="" checked=""/,
    );
    expect(box).toContain("Only BN has one.");
  });
});

it("a lane's switch shows its line and name, and says why it is disabled", () => {
  const lane = { id: "bn", label: "BN", style: laneStyle("batch-norm", 0), isOn: true };
  const markup = renderToStaticMarkup(
    <LaneToggles
      label="Normalisers"
      lanes={[lane, { ...lane, id: "x", disabledReason: "Four lanes at most." }]}
      onToggle={nothing}
    />,
  );
  expect(markup).toContain("<legend>Normalisers</legend>");
  expect(markup).toContain('stroke="var(--lane-bn)"');
  expect(markup).toContain("Four lanes at most.");
});

it("what is to be read about a lane is a button with its whole name", () => {
  const about = { name: "Batch Normalisation", onOpen: nothing };
  const lane = { id: "bn", label: "BN", style: null, isOn: false, about };
  const column = renderToStaticMarkup(
    <LaneToggles label="Normalisers" lanes={[lane]} onToggle={nothing} isColumn />,
  );
  expect(column).toMatch(/<button [^>]*aria-haspopup="dialog"[^>]*><span>Batch Normalisation</);
  const row = renderToStaticMarkup(<LaneToggles label="Drawn" lanes={[lane]} onToggle={nothing} />);
  expect(row).toContain('aria-label="About Batch Normalisation"');
});

it("a disabled button can be reached and says why", () => {
  const markup = renderToStaticMarkup(
    <Button onClick={nothing} disabledReason="Nothing to rewind.">
      Rewind
    </Button>,
  );
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toContain('disabled=""');
  expect(markup).toContain("Nothing to rewind.</span>");
});
