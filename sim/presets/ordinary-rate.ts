import type { Preset } from "../contract/experiment.ts";
import { experiment, theFour, translationTask } from "./build.ts";

/**
 * At Adam’s own 0.001 (Kingma and Ba, 2015, algorithm 1), measured by
 * `npm run sweep -- ordinary-rate --seeds 1-5 --set learningRate=0.001` at commit 8ce536e, held-out losses in nats are PN 3.550,
 * LN 3.542, PN-V 3.574, BN 3.619: PN − LN 0.009 (−0.010 to 0.027), PN − PN-V −0.024 (−0.033 to −0.015), PN − BN −0.069
 * (−0.098 to −0.041), LN − PN-V −0.032 (−0.045 to −0.020), LN − BN −0.078 (−0.119 to −0.036), PN-V − BN −0.045 (−0.075 to −0.016).
 * A rate was not looked for at which nothing differs.
 */
const preset: Preset = {
  id: "ordinary-rate",
  name: "An ordinary learning rate",
  question: "Does the order hold at an ordinary learning rate?",
  about:
    "The same four at three thousandths. The paper’s order does not hold, but there is one: over five seeds PN and LN are level, and both below PN-V and BN by 0.11 to 0.14 nats. Nor does it go away at a thousandth, the rate that Adam was published with: PN and LN are level there too, below PN-V by 0.02 and 0.03 nats and below BN by 0.07 and 0.08, and all four 95 % intervals leave zero out. What the high rate of the first preset adds is PN before LN: turn the rate, and see where that begins.",
  experiment: experiment([translationTask({ training: { learningRate: 0.003 } })], theFour),
};

export default preset;
