import type { FailureCode } from "../../sim/contract/protocol.ts";
import type { Failure } from "../store/run-slice.ts";

const FAILURES: Readonly<Record<FailureCode, string>> = {
  device: "The device cannot be used",
  lost: "The device was lost again before it came any further",
  stopped: "The worker that trains has stopped",
  data: "The run has no data to learn from",
  model: "The network could not be built",
  bug: "The worker that trains has stopped",
};

/** What failed, as a sentence. */
export function failureWords({ code, detail }: Failure): string {
  return ended(`${FAILURES[code]}: ${detail}`);
}

/** The same for a run that goes on by itself. */
export function lossWords(failure: Failure): string {
  return failure.code === "lost" ? ended(failure.detail) : failureWords(failure);
}

function ended(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}
