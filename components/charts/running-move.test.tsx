import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { runningMoveLayout } from "./running-move-layout.ts";
import { RunningMove } from "./running-move.tsx";
import { SignedTerms } from "./signed-terms.tsx";

it("the arrow goes the share of the way that was taken in, to either side", () => {
  for (const [before, batch] of [
    [1, 3],
    [3, -7],
  ] as const) {
    const after = 0.9 * before + 0.1 * batch;
    const { from, to, fresh } = runningMoveLayout({ label: "µ", before, batch, after }, 400);
    expect((to - from) / (fresh - from)).toBeCloseTo(0.1, 6);
  }
});

it("a batch that is just as remembered has no arrow, and no number that is not finite", () => {
  const marks = runningMoveLayout({ label: "µ", before: 2, batch: 2, after: 2 }, 400);
  expect(marks.isShort).toBe(true);
  expect(marks.from).toBe(marks.fresh);
  expect(marks.from).toSatisfy(Number.isFinite);
});

it("a move is said in words as well", () => {
  const markup = renderToStaticMarkup(
    <RunningMove
      title="What stays?"
      summary="A tenth of the way."
      moves={[{ label: "µ", before: 1, batch: 3, after: 1.2 }]}
      colour="--lane-bn"
    />,
  );
  expect(markup).toContain("remembered 1, this batch 3, remembered after it 1.2.");
});

it("terms stand on either side of one zero, each with its number", () => {
  const terms = [
    { id: "a", label: "a", value: 3, isResult: false },
    { id: "b", label: "b", value: -1, isResult: true },
  ];
  const markup = renderToStaticMarkup(
    <SignedTerms title="Which?" summary="Two." terms={terms} colour="--lane-bn" />,
  );
  expect(markup).toContain('style="left:25%;width:75%"');
  expect(markup).toContain('style="left:0%;width:25%"');
  expect(markup).toContain("−1");
});
