/** Where the small model and the paper disagree, or where nothing can be said. */
export function WhatItDoesNotShow() {
  return (
    <section aria-labelledby="not-shown">
      <h2 id="not-shown">What this small model does not show</h2>
      <ul>
        <li>
          <b>Size.</b> The paper’s networks have twelve layers of 512 channels and see 4,096 tokens
          a batch, for days. Ours have four layers of 32 and 128 tokens, for a thousand steps, on
          sentences of a grammar. There is no dropout and no beam search.
        </li>
        <li>
          <b>The order is not a law.</b> It stands at a peak rate of 0.01, where PN lies below LN by
          0.13 nats (95 % interval 0.01 to 0.25, five seeds). At 0.003 and at 0.001 PN and LN are
          level. With shorter sentences, fewer words and mixed topics PN and LN are level too, and
          so are PN-V and BN.
        </li>
        <li>
          <b>Fluctuation is not shown to be the cause.</b> BN’s batches stray far, and BN does
          worse; but using running statistics costs it only hundredths of a nat there. Our model
          does not tell whether straying is what holds BN back.
        </li>
        <li>
          <b>PN is calm in what it compares itself, not in what it is given.</b> The distances of
          PN’s plain input are as large as LN’s. What hardly moves is ψ² after group scaling, and
          group scaling bounds it by itself.
        </li>
        <li>
          <b>The ruler carries the scale.</b> (1/d) ‖ · ‖ grows when activations grow. Part of what
          the paper’s figure shows growing is that. The relative distance, under Metric in the
          laboratory, takes it out.
        </li>
        <li>
          <b>The paper’s figure is not of the released code.</b> The released baseline called
          “batch” divides each token by its root mean square before BN. With that the distance could
          not be above √2, and the figure reaches 6.6.
        </li>
        <li>
          <b>Something unexplained.</b> On pictures we measure 0.8 to 0.9 of what independent rows
          would give.
        </li>
      </ul>
    </section>
  );
}
