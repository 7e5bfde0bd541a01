/** To talk about, and what an answer should have in it. */
export interface Question {
  readonly question: string;
  readonly notes: string;
}

export const questions: readonly Question[] = [
  {
    question:
      "A classmate says: “BN is wrong at inference because it uses other numbers than in training.” Is that a reason by itself?",
    notes:
      "No. Other numbers do harm only as far as they differ. The distance says how far; the gap in held-out loss says what it costs. In “The paper’s order” BN strays far and the gap is hundredths of a nat.",
  },
  {
    question:
      "Why does a batch of 128 tokens say less about a channel than 128 independent numbers?",
    notes:
      "Tokens of one sentence are alike (topic, length, repeated words), so there are fewer independent pieces than rows. The ratio under the charts is the root of what survey statistics calls the design effect, plus what the network itself moves.",
  },
  {
    question: "What would happen to BN’s distance if α were 0? And if it were 0.999?",
    notes:
      "With 0 the memory is the last batch, and the distance is that between two batches: for independent rows √2 of the batch’s own deviation. With 0.999 the average is very calm but lags about a thousand steps behind a network that moves: the distance is then mostly the lag.",
  },
  {
    question: "LN remembers nothing. What does it pay for that?",
    notes:
      "It computes two sums for every token at inference as well, and removes two directions from every single token. It cannot use what is common to the batch. There is no free choice; there are different invariances.",
  },
  {
    question: "PN’s backward pass is not the gradient of its forward pass. Is that allowed?",
    notes:
      "Descent needs a direction that lowers the loss on average, not the exact gradient. Here ν stands in for one term. It is damped while Γ < 2/(1 − α); beyond that errors grow, and trainings without finite numbers have been reported.",
  },
  {
    question:
      "Five seeds, four networks, six pairs: would you publish “PN beats LN” from our table?",
    notes:
      "The interval of PN − LN leaves out zero, barely, at one learning rate and on one kind of data; six intervals were looked at; at ordinary rates there is no difference. A fair sentence names all of that.",
  },
];
