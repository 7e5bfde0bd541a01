import { ArticleFigure } from "./article-figure.tsx";
import { figures } from "./figures.ts";

/** What the argument is about: one layer, two sets of numbers. */
export function LayerWithTwoLives() {
  return (
    <section aria-labelledby="two-lives">
      <h2 id="two-lives">A layer with two lives</h2>
      <p>
        A layer of <b>Batch Normalisation</b> (BN) looks at one channel of a batch, takes its mean µ
        <sub>B</sub> off and divides by its spread σ<sub>B</sub>. In training that is all there is
        to it, and it works so well for networks on pictures that few are trained without.
      </p>
      <p>
        At inference there may be no batch: one picture, one sentence. So while it trains, the layer
        also keeps a running average of both statistics, old batches fading,
      </p>
      <p className="article-formula">running ← α · running + (1 − α) · batch</p>
      <p>
        and at inference these stand in. A network is trained with one set of numbers and used with
        another. As long as the two agree nobody notices. This page asks how far apart they are, and
        what follows.
      </p>
      <p>
        In 2020 Shen and others asked it of Transformers, which for years have been normalised by{" "}
        <b>Layer Normalisation</b> (LN), because BN did badly there and nobody was sure why. Their
        ruler is the Euclidean distance over all d channels between what this batch measures and
        what the layer remembers, divided by d:
      </p>
      <p className="article-formula">
        (1/d) ‖σ²<sub>B</sub> − σ²‖₂
      </p>
      <p>
        Below, two small networks train with BN when you press Play: one on pictures, one on
        sentences. Thin lines are what you just read: how far each batch lies from what the layer
        remembers.
      </p>
      <ArticleFigure figure={figures.pictures}>
        The last norm of a ResNet on pictures of 8 × 8 pixels, 64 a batch, and of a translation
        Transformer on batches of 128 tokens. The three panels share one axis.
      </ArticleFigure>
    </section>
  );
}
