import { useEffect, useMemo } from "react";
import type { LaneStyle } from "../../components/theme/lane-styles.ts";
import { counted, formatInteger } from "../../components/prose/format.ts";
import type { LaneReport } from "../../sim/contract/protocol.ts";
import { siteOf } from "../panels/sites.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";

/** A lane at the chosen layer. */
export interface WatchedLane {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly site: string;
  readonly channels: number;
  /** “64 channels”, or when it diverged: for a small place. */
  readonly note: string;
}

/**
 * Has the channels of the chosen layer sent for as long as this is shown: of every lane, hidden ones included, so that what
 * is hidden and seen again has no gap. Gives those that are drawn.
 */
export function useWatchedChannels(): readonly WatchedLane[] {
  const session = useSession();
  const lanes = usePage((state) => state.lanes);
  const site = usePage((state) => state.site);
  const hidden = usePage((state) => state.hidden);
  const diverged = usePage((state) => state.diverged);
  const looks = useLooks();
  const watched = useMemo(() => watchedSites(lanes, site), [lanes, site]);
  useEffect(() => {
    session.watch(watched);
    return () => session.watch({});
  }, [session, watched]);
  return useMemo(
    () =>
      lanes.flatMap((lane, position) => {
        const place = siteOf(lane, site, lanes);
        const look = looks[position];
        if (!place || !look || hidden.includes(lane.id)) return [];
        const end = diverged.find((each) => each.lane === lane.id);
        const note = end
          ? `diverged at step ${formatInteger(end.step)}`
          : counted(place.channels, "channel");
        return [{ ...look, id: lane.id, site: place.id, channels: place.channels, note }];
      }),
    [lanes, site, hidden, diverged, looks],
  );
}

function watchedSites(
  lanes: readonly LaneReport[],
  site: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lanes.flatMap((lane) => {
      const place = siteOf(lane, site, lanes);
      return place ? [[lane.id, place.id]] : [];
    }),
  );
}
