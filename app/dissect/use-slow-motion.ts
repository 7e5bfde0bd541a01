import { useEffect, useState } from "react";

const STAGE_MS = 1250;

export interface SlowMotion {
  readonly isGoing: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
  /** Why it cannot go now. */
  readonly reason: string | undefined;
}

/** Goes on by itself to the last place; from there it begins again. Nothing moves for whoever has asked for less motion. */
export function useSlowMotion(
  place: number,
  count: number,
  go: (place: number) => void,
): SlowMotion {
  const [isOn, turn] = useState(false);
  const isGoing = isOn && place < count - 1;
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setTimeout(() => go(place + 1), STAGE_MS);
    return () => clearTimeout(timer);
    // `go` is new at every drawing, and does the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isGoing, place]);
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    isGoing,
    toggle: () => {
      if (!isGoing && place === count - 1) go(0);
      turn(!isGoing);
    },
    stop: () => turn(false),
    reason: isCalm ? "This device is set to less motion: use Next." : undefined,
  };
}
