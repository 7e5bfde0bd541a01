import type { Session } from "../session/session.ts";

/** Which embedding went live, and when, on a clock that frames of one machine share. */
export interface Claim {
  readonly id: string;
  readonly at: number;
}

/** The way to the other embeddings. */
export interface Others {
  tell(claim: Claim): void;
  /** Returns a function that stops listening. */
  hear(listener: (claim: Claim) => void): () => void;
}

/**
 * At most one embedding holds a worker and a device: whoever asks for them last. An earlier one lets go, and keeps its
 * curves. Browsers give a page some sixteen WebGL contexts, and the processor is there once.
 */
export function keepOnlyOne(
  session: Session,
  others: Others,
  id: string,
  now: () => number,
): () => void {
  let mine: Claim | null = null;
  const unsubscribe = session.store.subscribe(({ phase }, before) => {
    if (phase === "released" || phase === "failed") mine = null;
    if (phase !== "opening" || before.phase === "opening") return;
    mine = { id, at: now() };
    others.tell(mine);
  });
  const unhear = others.hear((claim) => {
    if (!mine || claim.id === id) return;
    // Two may have gone live before they heard of each other: then the earlier hears it here.
    if (isLater(claim, mine)) session.letGo();
    else others.tell(mine);
  });
  return () => {
    unsubscribe();
    unhear();
  };
}

function isLater(claim: Claim, mine: Claim): boolean {
  return claim.at > mine.at || (claim.at === mine.at && claim.id > mine.id);
}
