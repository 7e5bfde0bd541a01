import { ArticleFigure } from "./article-figure.tsx";
import { figures } from "./figures.ts";
import { RecordedDistances } from "./recorded-tables.tsx";

/** PN-V: why the quadratic mean. */
export function WithoutTheMean() {
  return (
    <section aria-labelledby="without-mean">
      <h2 id="without-mean">First step: let go of the mean</h2>
      <p>
        Of BN’s two statistics, which one wanders? Take a Transformer with norms after each sum, and
        look into a deep layer: there the mean of a channel is large beside its spread, and goes up
        and down with the topic of the batch. The spread follows. But the <b>quadratic mean</b> ψ² =
        σ² + µ², the plain average of the squares, is dominated by the part of µ that stays.
      </p>
      <p>
        So the paper’s first step, <b>PN-V</b>, takes no mean off at all and divides by ψ
        <sub>B</sub>. One statistic forwards and one backwards are left, where BN has two and two.
      </p>
      <ArticleFigure figure={figures.quadratic}>
        All three statistics of the same activations, in every lane, whatever the lane divides by.
        Choose “first” under Layer: there ψ moves as much as σ does. The argument is about deep
        layers.
      </ArticleFigure>
      <p>
        Over five seeds, in the last fifth of training, the mean strays by more than a whole spread
        from batch to batch, the spread by more than half, and ψ by a quarter or less:
      </p>
      <RecordedDistances preset="quadratic-mean" metric="discrepancy" />
    </section>
  );
}
