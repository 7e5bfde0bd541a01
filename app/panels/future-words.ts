import { joined } from "../../components/method/pooled-sentence.ts";

/** A lane whose statistics see tokens that its model is yet to predict, and when. */
export interface Seeing {
  readonly label: string;
  readonly when: string;
}

/** The warning beside the curves of a causal model; null where no lane looks ahead. */
export function futureWords(seeing: readonly Seeing[]): string | null {
  if (seeing.length === 0) return null;
  const times = [...new Set(seeing.map(({ when }) => when))];
  const who = times.map((time) => {
    const labels = seeing.filter(({ when }) => when === time).map(({ label }) => label);
    return `${joined([...new Set(labels)])} ${time}`;
  });
  return `Batch statistics over positions see the future: ${joined(who)}. Their losses there are of a network that looks ahead; only held-out numbers with running statistics are fair to all.`;
}
