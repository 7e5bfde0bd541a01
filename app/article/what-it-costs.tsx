import { ArticleFigure } from "./article-figure.tsx";
import { figures } from "./figures.ts";
import { RecordedScores } from "./recorded-tables.tsx";

/** The training–inference gap. */
export function WhatItCosts() {
  return (
    <section aria-labelledby="costs">
      <h2 id="costs">What remembering costs</h2>
      <p>
        A distance is not yet a loss. What two sets of numbers cost can be measured by scoring the
        same weights on the same held-out data twice: with running statistics, as at inference, and
        with each held-out batch’s own. In the experiment above the two differ by hundredths of a
        nat. They part when the memory is longer than the network stays the same: norms after each
        sum, a high rate, and α = 0.99, which is Keras’s default.
      </p>
      <ArticleFigure figure={figures.gap}>
        The gap is the loss with running statistics less the one with the batch’s own. LN remembers
        nothing, and can have none.
      </ArticleFigure>
      <RecordedScores preset="post-norm-gap" />
    </section>
  );
}
