import { matchedWords } from "./matched-words.ts";
import "./marked-sentence.css";

export interface MarkedSentenceProps {
  readonly sentence: string;
  readonly reference: string;
}

/** A translation in which the words that stand in the reference, in that order, are underlined; the rest is paler. */
export function MarkedSentence({ sentence, reference }: MarkedSentenceProps) {
  return (
    <span className="marked-sentence">
      {matchedWords(sentence, reference).map(({ text, isMatched }, index) => (
        // Pieces have no name but their place, and hold no state.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>
          {index > 0 ? " " : ""}
          {isMatched ? <u>{text}</u> : text}
        </span>
      ))}
    </span>
  );
}
