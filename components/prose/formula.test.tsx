import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { Formula } from "./formula.tsx";

const all = [
  ...catalogue.normalisers.map(({ formula }) => formula),
  ...catalogue.metrics.flatMap(({ formula }) => Object.values(formula)),
];

describe("a formula", () => {
  it.each(all)("%s is set as MathML, with no TeX left in it", (tex) => {
    const markup = renderToStaticMarkup(<Formula tex={tex} />);
    expect(markup).toMatch(/<math.*<\/math>/);
    expect(markup).not.toContain("\\");
  });

  it("breaks only where its definition has a quad", () => {
    const tex = catalogue.normalisers.find(({ id }) => id === "layer-norm")?.formula ?? "";
    expect(renderToStaticMarkup(<Formula tex={tex} />).match(/<math/g)).toHaveLength(2);
  });

  it("that is in no definition is a mistake, and said", () => {
    expect(() => renderToStaticMarkup(<Formula tex="e = mc^2" />)).toThrow("e = mc^2");
  });
});
