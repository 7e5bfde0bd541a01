import { useMemo, useState } from "react";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { sharedDomain } from "../../components/charts/shared-domain.ts";
import type { Domain } from "../../components/charts/shared-domain.ts";
import type { Scale } from "../store/view-slice.ts";

type Groups = readonly (readonly LineSeries[])[];

/** One y-axis for several charts, which moves in steps. `what` names the picture: another one starts afresh. */
export function useSharedDomain(groups: Groups, scale: Scale, what: string): Domain {
  const [memory] = useState(() => new DomainMemory());
  return useMemo(() => memory.next(groups, scale, what), [memory, groups, scale, what]);
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
