import type { Batch, BatchOf, Field } from "../contract/batch.ts";
import { dispose, upload } from "../tensor/engine.ts";
import type { Tensor } from "../tensor/ops.ts";

/** A batch on the device. Made outside any scope, so it lives until it is disposed. */
export interface Feed {
  readonly batch: BatchOf<Batch, Tensor>;
  /** Rows that count in the loss: real tokens to be said, or pictures. */
  readonly rows: number;
}

export function feedOf(batch: Batch): Feed {
  const entries = Object.entries(batch).map(([name, value]) => [
    name,
    isField(value) ? upload(value) : value,
  ]);
  const onDevice = Object.fromEntries(entries) as BatchOf<Batch, Tensor>;
  return { batch: onDevice, rows: countRows(batch) };
}

export function disposeFeed(feed: Feed): void {
  dispose(Object.values(feed.batch).filter((value): value is Tensor => typeof value === "object"));
}

function isField(value: Field | string | number): value is Field {
  return typeof value === "object";
}

/** Rows that count in the loss: real target tokens, or pictures. */
export function countRows(batch: Batch): number {
  if (batch.kind !== "translation") return batch.items;
  let rows = 0;
  for (const real of batch.labelMask.values) rows += real;
  return rows;
}
