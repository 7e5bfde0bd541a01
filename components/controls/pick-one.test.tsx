import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { InlineNumber } from "./inline-number.tsx";
import { PickOne } from "./pick-one.tsx";

const nothing = () => {};

describe("one of a few", () => {
  const options = [
    { value: "up", label: "It rises." },
    { value: "down", label: "It falls." },
  ];

  it("is a group of native radio buttons under its question", () => {
    const markup = renderToStaticMarkup(
      <PickOne legend="What happens?" options={options} value="down" onPick={nothing} />,
    );
    expect(markup).toContain("<legend>What happens?</legend>");
    expect(markup.match(/type="radio"/g)).toHaveLength(2);
    expect(markup).toMatch(/checked="" value="down"|value="down" checked=""/);
    expect(markup).not.toContain("disabled");
  });

  it("stays as it is once it is settled", () => {
    const markup = renderToStaticMarkup(
      <PickOne legend="What happens?" options={options} value="up" onPick={nothing} isSettled />,
    );
    expect(markup).toContain('<fieldset class="pick-one" disabled="">');
  });
});

describe("a number in running text", () => {
  it("is a native slider over its stops, which says the value and not its place", () => {
    const markup = renderToStaticMarkup(
      <InlineNumber label="α" stops={[0, 0.5, 0.9]} value={0.9} onChange={nothing} />,
    );
    expect(markup).toContain('type="range" aria-label="α" aria-valuetext="0.9" min="0" max="2"');
    expect(markup).toContain('value="2"');
    expect(markup).toContain('<span aria-hidden="true">0.9</span>');
  });
});
