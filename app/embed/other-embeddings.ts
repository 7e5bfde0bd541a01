import { isRecord } from "./is-record.ts";
import type { Claim, Others } from "./only-one.ts";

const CLAIM = "normscope:live";

/**
 * Other embeddings on this page and in this browser. A broadcast channel reaches all of this origin, however deep they lie;
 * a frame that is sandboxed without `allow-same-origin` has an origin of its own, and is reached as a sibling. All that any
 * of them can bring about is that a run rests.
 */
export function otherEmbeddings(page: Window): Others {
  const channel = openChannel();
  return {
    tell(claim) {
      const message = { type: CLAIM, version: 1, ...claim };
      channel?.postMessage(message);
      const { parent } = page;
      for (let i = 0; i < parent.length; i++)
        if (parent[i] !== page) parent[i]?.postMessage(message, "*");
    },
    hear(listener) {
      const hear = ({ data }: MessageEvent<unknown>): void => {
        const claim = readClaim(data);
        if (claim) listener(claim);
      };
      channel?.addEventListener("message", hear);
      page.addEventListener("message", hear);
      return () => {
        channel?.close();
        page.removeEventListener("message", hear);
      };
    },
  };
}

/** A browser that keeps storage from a frame may keep this from it, too. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel("normscope");
  } catch {
    return null;
  }
}

function readClaim(data: unknown): Claim | null {
  if (!isRecord(data) || data["type"] !== CLAIM) return null;
  const { id, at } = data;
  return typeof id === "string" && typeof at === "number" && Number.isFinite(at)
    ? { id, at }
    : null;
}
