import { ArticleFigure } from "./article-figure.tsx";
import { figures } from "./figures.ts";
import { RecordedDistances } from "./recorded-tables.tsx";

/** The paper's observation, what it is here, and why tokens are not like pixels. */
export function PicturesAgainstText() {
  return (
    <section aria-labelledby="pictures-text">
      <h2 id="pictures-text">Pictures against text</h2>
      <p>
        In the paper, the first norm of a ResNet-20 on CIFAR-10 hardly strays from what it
        remembers, all through training. That of a Transformer on IWSLT14 strays orders of magnitude
        further, more and more as training goes on, with single batches far outside. In our two
        small networks the contrast is there too, over five seeds:
      </p>
      <RecordedDistances preset="paper-figure-2" />
      <h3>Why tokens are not like pixels</h3>
      <p>
        Statistics of a batch would differ from batch to batch even if every row were drawn on its
        own: the mean of N independent rows moves by σ/√N. That much is chance, and it is the shaded
        area in the figure. What is measured on top of it comes from two things: the network moves
        while its memory lags behind, and <b>rows are alike</b>. The tokens of a sentence share its
        topic, its length and its words; a batch of 128 tokens is some ten sentences, not 128
        strangers. Survey statisticians know this as the design effect of sampling in clusters.
      </p>
      <p>
        That makes tokens per batch the first thing to turn. Try it: with more of them the distance
        falls, with fewer it grows.
      </p>
      <ArticleFigure figure={figures.tokens}>
        BN in the encoder of a translation Transformer. Below each panel stands how many times what
        independent rows would give is measured.
      </ArticleFigure>
    </section>
  );
}
