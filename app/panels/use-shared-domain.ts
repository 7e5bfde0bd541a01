import { useMemo, useState } from "react";
import { windowed } from "../../components/charts/line-series.ts";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { sharedDomain } from "../../components/charts/shared-domain.ts";
import type { Domain } from "../../components/charts/shared-domain.ts";
import { usePage } from "../store/hooks.ts";
import type { Scale } from "../store/view-slice.ts";

type Groups = readonly (readonly LineSeries[])[];

/**
 * One y-axis for several charts, which moves in steps and fits what is seen of them. `what` names the picture: another one
 * starts afresh.
 */
export function useSharedDomain(groups: Groups, scale: Scale, what: string): Domain {
  const [memory] = useState(() => new DomainMemory());
  const zoom = usePage((state) => state.zoom);
  return useMemo(() => {
    const seen = zoom ? groups.map((lines) => lines.map((line) => windowed(line, zoom))) : groups;
    return memory.next(seen, scale, `${what} ${zoom?.join(" ") ?? ""}`);
  }, [memory, groups, scale, what, zoom]);
}

/** The domain that is on the screen, so that the next one can leave it where it fits. */
class DomainMemory {
  #what = "";
  #shown: Domain | undefined;

  next(groups: Groups, scale: Scale, what: string): Domain {
    const isEmpty = groups.every((lines) => lines.every(({ length }) => length === 0));
    const previous = what === this.#what && !isEmpty ? this.#shown : undefined;
    this.#what = what;
    this.#shown = sharedDomain(groups, scale, previous);
    return this.#shown;
  }
}
