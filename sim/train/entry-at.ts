/** An entry that must be there. */
export function entryAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no entry ${index} in a list of ${list.length}`);
  return item;
}
