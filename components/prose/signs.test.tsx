import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Signs } from "./signs.tsx";

it("writes the index of a batch's statistic below the line, and leaves everything else as it is", () => {
  expect(renderToStaticMarkup(<Signs text="σ²_B + µ_B²: BN" />)).toBe(
    "σ²<sub>B</sub> + µ<sub>B</sub>²: BN",
  );
});
