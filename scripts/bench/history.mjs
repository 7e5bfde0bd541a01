/** Past results, one line of JSON each, so that a regression is seen against what was measured before. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const HISTORY = fileURLToPath(new URL("history.jsonl", import.meta.url));

/** Numbers of an engine that ought to stay where they are, whatever the machine. */
const COUNTED = ["drawsPerStep", "uploadsPerStep", "downloadsPerReport", "tensors", "textureBytes"];
/** Beyond this share more than before, it is said. */
const TOLERANCE = 0.05;

export function appendHistory(result, note, file = HISTORY) {
  appendFileSync(file, `${JSON.stringify({ date: new Date().toISOString(), note, ...result })}\n`);
}

/** The last result on the same device, or null. */
export function lastResult(device, file = HISTORY) {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return (
    lines.map((line) => JSON.parse(line)).findLast((result) => result.device === device) ?? null
  );
}

/** A sentence for each count that grew. Times depend on the machine and on who else uses it: only counts are compared. */
export function regressions(result, before) {
  if (!before) return [];
  return Object.entries(result.experiments).flatMap(([id, engines]) =>
    ["fused", "composed"].flatMap((engine) =>
      COUNTED.flatMap((key) => {
        const was = before.experiments[id]?.[engine]?.[key];
        const is = engines[engine][key];
        return was === undefined || is <= was * (1 + TOLERANCE)
          ? []
          : [
              `${id}, ${engine}: ${key} was ${was.toFixed(1)} at ${before.commit}, and is ${is.toFixed(1)}.`,
            ];
      }),
    ),
  );
}
