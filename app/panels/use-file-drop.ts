import { useEffect, useState } from "react";
import type { OwnFile } from "../../sim/contract/own-data.ts";
import { droppedFiles } from "./dropped-files.ts";

/** Makes the whole page a place to drop files on; says whether some are held over it. */
export function useFileDrop(onFiles: (files: readonly OwnFile[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Without this the browser would leave the page and open the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      // A folder that goes away while it is walked through leaves nothing to read, and that is said as such.
      droppedFiles(event.dataTransfer).then(onFiles, () => onFiles([]));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return isOver;
}
