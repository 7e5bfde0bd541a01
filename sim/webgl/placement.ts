import type { LanePlan } from "../plan/engine.ts";
import { isShared } from "../plan/ganged.ts";
import type { Column, Gang, Place } from "../plan/ganged.ts";
import type { Node } from "../plan/graph.ts";
import { rowsOf, texelsOf } from "../plan/layout.ts";
import type { Texture } from "./canvas.ts";
import type { Slot } from "./replay.ts";
import type { Textures } from "./textures.ts";

/**
 * Gives each place a texture: the state's own where it is state, else one that nobody needs at the time. What is reported
 * lies elsewhere, and gets none.
 */
export function placeAll(
  gang: Gang,
  plans: readonly LanePlan[],
  textures: Textures,
): ReadonlyMap<Place, Slot> {
  const slots = new Map<Place, Slot>();
  const lastUse = lastUses(gang);
  const free = new Map([...textures.spare].map(([rows, list]) => [rows, [...list]]));
  const taken = new Set<Texture>();
  gang.columns.forEach((column, index) => {
    for (const { place } of [...readsOf(gang, column), ...writesOf(gang, column)]) {
      if (slots.has(place) || !place.state) continue;
      const { name, shape, next } = place.state;
      slots.set(place, { turns: textures.state(name, shape).turns, next });
    }
    for (const { place, node, lane } of writesOf(gang, column)) {
      if (slots.has(place) || plans[lane]?.row.includes(node)) continue;
      const rows = rowsOf(texelsOf(node.shape)) * textures.bands;
      const texture = free.get(rows)?.pop() ?? textures.make(rows);
      taken.add(texture);
      slots.set(place, texture);
    }
    for (const [place, last] of lastUse) {
      const slot = last === index ? slots.get(place) : undefined;
      if (slot && "handle" in slot && taken.has(slot))
        free.set(slot.rows, [...(free.get(slot.rows) ?? []), slot]);
    }
  });
  for (const [rows, list] of free) textures.spare.set(rows, list);
  return slots;
}

interface Held {
  readonly place: Place;
  readonly node: Node;
  readonly lane: number;
}

function readsOf(gang: Gang, { kernels }: Column): readonly Held[] {
  return kernels.flatMap((kernel, lane) =>
    (kernel?.reads ?? []).flatMap((node) =>
      isShared(node) ? [] : [{ place: gang.placeOf(lane, node), node, lane }],
    ),
  );
}

function writesOf(gang: Gang, { kernels }: Column): readonly Held[] {
  return kernels.flatMap((kernel, lane) =>
    (kernel?.roots ?? []).map((root) => {
      const node = root.within?.node ?? root.node;
      return { place: gang.placeOf(lane, node), node, lane };
    }),
  );
}

/** The column after which nobody needs a place any more. */
function lastUses(gang: Gang): ReadonlyMap<Place, number> {
  const last = new Map<Place, number>();
  gang.columns.forEach((column, index) => {
    for (const { place } of [...readsOf(gang, column), ...writesOf(gang, column)])
      last.set(place, index);
  });
  return last;
}
