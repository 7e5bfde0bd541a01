import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import {
  minus,
  named,
  num,
  over,
  plus,
  root,
  square,
  times,
  total,
  worth,
} from "../../sim/contract/equation.ts";
import type { Expression } from "../../sim/contract/equation.ts";
import { EquationLine } from "./equation.tsx";

function lineOf(from: Expression, network: number | null = null): string {
  const equation = { name: { letter: "y", below: "i" }, from, network, words: "what goes on" };
  return renderToStaticMarkup(<EquationLine equation={equation} />);
}

/** Words without marks, formula by formula. */
function readings(markup: string): string[] {
  return [...markup.matchAll(/<math>(.*?)<\/math>/gu)].map(([, inside = ""]) =>
    inside.replaceAll(/<[^>]*>/gu, ""),
  );
}

const x = named({ letter: "x", hat: true, below: "i" }, -0.5);
const gain = named({ letter: "γ" }, 1.25);
const bias = named({ letter: "β" }, -2);

describe("an equation", () => {
  it("is written in names, in numbers, and worked out, and says what the network has", () => {
    const markup = lineOf(plus(times(gain, x), bias), -2.625);
    expect(readings(markup)).toEqual(["yi=γ\u2062x^i+β", "=1.25·(−0.5)+(−2)", "=−2.625"]);
    expect(markup).toContain("the network has −2.625");
    expect(markup).toContain("what goes on");
  });

  it("encloses what would be read wrongly without", () => {
    const away = minus(x, minus(gain, bias));
    expect(readings(lineOf(over(square(away), root(num(4)))))[1]).toBe("=(−0.5−(1.25−(−2)))24");
    expect(readings(lineOf(square(x)))[1]).toBe("=(−0.5)2");
  });

  it("encloses a product that begins with a negative number, where a sign stands before it", () => {
    expect(readings(lineOf(plus(gain, times(x, gain))))[1]).toBe("=1.25+(−0.5·1.25)");
    expect(readings(lineOf(minus(gain, times(x, gain))))[1]).toBe("=1.25−(−0.5·1.25)");
  });

  it("writes a long sum by its first two terms and its last", () => {
    const rows = [1, -2, 3, 4, 5];
    const sum = total("i", rows.length, (row) =>
      named({ letter: "x", below: "i" }, rows[row] ?? 0),
    );
    expect(readings(lineOf(sum))).toEqual(["yi=∑ixi", "=1+(−2)+⋯+5", "=11"]);
    expect(worth(sum)).toBe(11);
    const squares = total("i", rows.length, (row) => square(num(rows[row] ?? 0)));
    expect(readings(lineOf(squares))[1]).toBe("=12+⋯+52");
  });

  it("shows six digits, and powers of ten where a number is small", () => {
    expect(readings(lineOf(plus(num(1.23456789), num(0.0000123456789))))[1]).toBe(
      "=1.23457+1.23457×10−5",
    );
  });
});
