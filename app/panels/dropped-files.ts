import type { OwnFile } from "../../sim/contract/own-data.ts";

/** More than a page should walk through; the reader says how many it takes. */
const MOST = 200_001;

/** What a file input holds; of a folder, with the path inside it. */
export function chosenFiles(files: FileList | null): OwnFile[] {
  return Array.from(files ?? [], (file) => ({
    path: file.webkitRelativePath || file.name,
    bytes: file,
  }));
}

/** What was dropped, folders walked through. Begun at once: after the event, its items are gone. */
export async function droppedFiles(dropped: DataTransfer): Promise<OwnFile[]> {
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry());
  const plain = chosenFiles(dropped.files);
  const known = entries.filter((entry) => entry !== null);
  if (known.every(({ isFile }) => isFile)) return plain;
  const found: OwnFile[] = [];
  for (const entry of known) await walk(entry, "", found);
  return found;
}

async function walk(entry: FileSystemEntry, within: string, found: OwnFile[]): Promise<void> {
  if (found.length >= MOST) return;
  const path = `${within}${entry.name}`;
  if (entry.isFile) {
    // An entry that is a file is a FileSystemFileEntry, by the specification of Entries.
    const bytes = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path, bytes });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A hundred at a time; none when all have been given.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) await walk(inner, `${path}/`, found);
  }
}
