/**
 * exp of the mean loss over real tokens: how many words a model hesitates between, on average.
 * `losses` are nats, one a token; `mask` is 1 where a token is real and 0 where it is padding, null when all are real.
 * Without a real token there is no perplexity: the result is not a number.
 */
export function perplexity(losses: ArrayLike<number>, mask: ArrayLike<number> | null): number {
  let sum = 0;
  let tokens = 0;
  for (let i = 0; i < losses.length; i++) {
    if (mask && mask[i] !== 1) continue;
    sum += losses[i] ?? Number.NaN;
    tokens += 1;
  }
  return Math.exp(sum / tokens);
}
