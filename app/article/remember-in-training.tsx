import { ArticleFigure } from "./article-figure.tsx";
import { figures } from "./figures.ts";
import { RecordedScores } from "./recorded-tables.tsx";

/** PN: running statistics in the forward pass, the approximate backward, and what the released code adds. */
export function RememberInTraining() {
  return (
    <section aria-labelledby="remember">
      <h2 id="remember">Second step: use in training what is remembered</h2>
      <p>
        If a network is to be used with running statistics, why not train it with them?{" "}
        <b>PowerNorm</b> (PN) divides by the ψ it remembers from the batches before, and so does the
        same in training and at inference.
      </p>
      <p>
        The price is paid on the way back. The exact gradient through ψ would have to go through all
        earlier batches. PN replaces it by ν, a running estimate of the same quantity, and its
        backward pass is therefore <b>approximate on purpose</b>. ν stays small as long as no batch
        is much larger than what is remembered: while Γ, this batch’s ψ² over the remembered one, is
        below 2/(1 − α), which is 20 for α = 0.9. Beyond it ν grows, which is where reports of
        trainings without finite numbers come from.
      </p>
      <p>
        The released code also does what the paper’s main text does not dwell on:{" "}
        <b>group scaling</b>. Before anything else each token is divided by the root mean square of
        its own channels, head by head. That is close to what LN does, and it bounds what PN has to
        remember. In Normscope “PN” is the released method and “PN plain” the one without.
      </p>
      <ArticleFigure figure={figures.four}>
        Four networks in lockstep, on the same batches from the same initial weights. “PN own” is
        what PN itself compares, ψ² after group scaling.
      </ArticleFigure>
      <h3>Does it help?</h3>
      <p>
        In the paper PN translates better than LN by 0.4 BLEU on IWSLT14 and 0.6 on WMT14, and is
        better by 5.6 and 3.0 in perplexity on PTB and WikiText-103. In our small translation task,
        at a high learning rate, the means of five seeds come in the paper’s order:
      </p>
      <RecordedScores preset="paper-order" />
      <p>
        Read the second table before the first. Seeds move a lane by more than many differences, so
        lanes are compared seed by seed, and where the interval holds zero the honest word is “no
        difference”.
      </p>
    </section>
  );
}
