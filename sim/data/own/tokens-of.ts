/**
 * The tokens of a line: a run of letters, digits and marks is a word; any other sign that can be seen is a token of its
 * own; white space parts. So “It’s 5 o'clock.” is It ’ s 5 o ' clock . – seven words and signs, and no choice of language.
 */
export function* tokensOf(line: string): Generator<string> {
  // One at a time: a line may be as long as its file.
  for (const [token] of line.matchAll(TOKEN)) yield token;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}\p{C}]/gu;

/** The first tokens of a line; null where it has more than `most`. */
export function fewTokensOf(line: string, most: number): readonly string[] | null {
  const tokens: string[] = [];
  for (const token of tokensOf(line)) {
    if (tokens.length === most) return null;
    tokens.push(token);
  }
  return tokens;
}
