import type { OwnFile } from "../../sim/contract/own-data.ts";
import type { Store } from "../store/store.ts";
import { isOurs, openFile } from "./open-file.ts";

/** More than a handful is a folder of somebody’s data, and is not looked through for ours. */
const MOST_FILES = 8;

/**
 * Takes files in: those that were saved from this page are opened beside the run, all others go on to `others`. Whatever
 * they hold, the run goes on.
 */
export async function takeIn(
  files: readonly OwnFile[],
  store: Store,
  others: (files: readonly OwnFile[]) => void,
): Promise<void> {
  if (files.length > MOST_FILES) return others(files);
  const known = await Promise.all(files.map(isOurs));
  const ours = files.filter((_, i) => known[i]);
  const rest = files.filter((_, i) => !known[i]);
  // Nothing at all is for the others to speak of, too.
  if (rest.length > 0 || files.length === 0) others(rest);
  await openAll(ours, store);
}

/** Opens files that are said to be ours, whatever they are. */
export async function openAll(files: readonly OwnFile[], store: Store): Promise<void> {
  const some = files.slice(0, MOST_FILES);
  const opened = await Promise.all(some.map(openFile));
  const names = new Set(opened.map(({ name }) => name));
  const before = store.getState().opened.filter(({ name }) => !names.has(name));
  store.getState().setOpened([...opened, ...before].slice(0, MOST_FILES));
}
