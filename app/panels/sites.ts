import type { LaneReport, SiteReport } from "../../sim/contract/protocol.ts";

/** A lane's site for what is chosen: `first`, `last`, or a name. */
export function siteOf(
  lane: LaneReport,
  choice: string,
  lanes: readonly LaneReport[],
): SiteReport | null {
  if (choice === "first") return lane.sites[0] ?? null;
  if (choice === "last") return lane.sites.at(-1) ?? null;
  const named = lane.sites.find(({ id }) => id === choice);
  if (named) return named;
  // The name belongs to another model: the layer at the same place from the front stands beside it.
  const place = lanes
    .map(({ sites }) => sites.findIndex(({ id }) => id === choice))
    .find((index) => index >= 0);
  return place === undefined ? null : (lane.sites[place] ?? null);
}

export interface SiteOption {
  readonly value: string;
  readonly label: string;
}

/** First and last, which every model has, and then every name. */
export function siteOptions(lanes: readonly LaneReport[]): readonly SiteOption[] {
  const names = new Set(lanes.flatMap(({ sites }) => sites.map(({ id }) => id)));
  return [
    { value: "first", label: endLabel("first", lanes) },
    { value: "last", label: endLabel("last", lanes) },
    ...[...names].map((name) => ({ value: name, label: name })),
  ];
}

/** “last: encoder 3 feed-forward”, when all lanes agree what that is. */
function endLabel(end: "first" | "last", lanes: readonly LaneReport[]): string {
  const names = new Set(lanes.map((lane) => siteOf(lane, end, lanes)?.id));
  const [only] = names;
  return names.size === 1 && only !== undefined ? `${end}: ${only}` : end;
}
