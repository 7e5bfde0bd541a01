import { useEffect, useRef, useState } from "react";
import { pageFrames } from "../page-frames.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";

const DURATION_MS = 200;

/** An axis that glides to its next domain, once that has moved; at once under reduced motion or on another scale. */
export function useEasedDomain(target: Domain, scale: ScaleName): Domain {
  const [shown, show] = useState({ domain: target, scale });
  const latest = useRef(shown);
  const [low, high] = target;
  useEffect(() => {
    const to: Domain = [low, high];
    const from = latest.current;
    const jumps = from.scale !== scale || prefersStillness();
    const begun = performance.now();
    let cancel = () => {};
    const draw = () => {
      const part = jumps ? 1 : Math.min(1, (performance.now() - begun) / DURATION_MS);
      latest.current = { domain: between(from.domain, to, part, scale), scale };
      show(latest.current);
      if (part < 1) cancel = pageFrames.atNext(draw);
    };
    if (!same(from.domain, to) || jumps) cancel = pageFrames.atNext(draw);
    return () => cancel();
  }, [low, high, scale]);
  return shown.scale === scale ? shown.domain : target;
}

/** Part of the way from one domain to another, slowing towards the end. */
export function between(from: Domain, to: Domain, part: number, scale: ScaleName): Domain {
  if (part >= 1) return to;
  const eased = 1 - (1 - part) ** 3;
  const mix = (a: number, b: number) =>
    scale === "log" ? a * (b / a) ** eased : a + (b - a) * eased;
  return [mix(from[0], to[0]), mix(from[1], to[1])];
}

function same(a: Domain, b: Domain): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
