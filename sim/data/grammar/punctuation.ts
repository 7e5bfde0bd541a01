/**
 * Ends the words with a full stop and splits expressions of several words. Clauses put a comma before
 * and after themselves; here two commas become one, and none is left beside the full stop.
 */
export function punctuate(words: readonly string[]): string[] {
  const result: string[] = [];
  const say = (word: string) => {
    if (word === "" || (word === "," && (result.length === 0 || result.at(-1) === ","))) return;
    result.push(word);
  };
  for (const word of words) {
    if (word.includes(" ")) word.split(" ").forEach(say);
    else say(word);
  }
  if (result.at(-1) === ",") result.pop();
  result.push(".");
  return result;
}
