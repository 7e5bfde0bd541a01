import { catalogue } from "../../sim/catalogue.ts";
import type { Session } from "../session/session.ts";
import { keepInSync } from "../session/sync.ts";
import { keepAddress } from "../store/address-bar.ts";
import type { Bar } from "../store/address-bar.ts";
import { readCommand } from "./commands.ts";
import { foreignHeights, keepMeasuring } from "./heights.ts";
import { Obedience } from "./obedience.ts";
import { keepOnlyOne } from "./only-one.ts";
import { otherEmbeddings } from "./other-embeddings.ts";
import { keepReporting, stateReport } from "./reports.ts";
import type { Report } from "./reports.ts";
import { restWhenUnseen } from "./rest-when-unseen.ts";
import { Sight, viewOf } from "./sight.ts";

/** What a host can tell its embeddings apart by. */
const LONGEST_ID = 60;

/**
 * Ties a page in a frame to its host. Nothing is fetched to train, and no device asked for, before Play, by hand or by the
 * host’s message. Returns a function that lets go of everything.
 */
export function embed(session: Session, content: Element, page: Window): () => void {
  const { store } = session;
  const sight = new Sight(viewOf(page.document));
  const tell = wireToHost(page);
  const stops = [
    keepAddress(store, catalogue, quietBar(page)),
    keepInSync(session, catalogue),
    keepOnlyOne(session, otherEmbeddings(page), someId(), () => clock()),
    restWhenUnseen(session, sight),
    obeyHost(page, new Obedience(session, sight, catalogue), session),
    keepReporting(store, (report) => tell(report)),
    keepMeasuring(content, (height) => {
      tell({ type: "normscope:resize", height });
      if (isFramed(page))
        for (const message of foreignHeights(height, page.location.href))
          page.parent.postMessage(message, "*");
    }),
    () => sight.end(),
  ];
  tell({ type: "normscope:ready" });
  tell(stateReport(store.getState()));
  return () => {
    for (const stop of stops) stop();
  };
}

/** What is said unasked says nothing that the host could not have read in the frame’s address: so to any host. */
function wireToHost(page: Window): (report: Report, origin?: string) => void {
  const id = new URLSearchParams(page.location.search).get("id")?.slice(0, LONGEST_ID) ?? null;
  return (report, origin = "*") => {
    if (isFramed(page)) page.parent.postMessage({ ...report, version: 1, id }, origin);
  };
}

/** Commands come from the window that holds the frame, and from no other; the answer goes to the origin that asked. */
function obeyHost(page: Window, obedience: Obedience, session: Session): () => void {
  const tell = wireToHost(page);
  const hear = ({ data, source, origin }: MessageEvent<unknown>): void => {
    if (!isFramed(page) || source !== page.parent) return;
    const command = readCommand(data);
    if (command === null) return;
    // A host in a sandbox of its own has no origin that could be named.
    const answerTo = origin === "null" ? "*" : origin;
    if (typeof command === "string")
      tell({ type: "normscope:event", name: "refused", why: command }, answerTo);
    else {
      obedience.obey(command);
      tell(stateReport(session.store.getState()), answerTo);
    }
  };
  page.addEventListener("message", hear);
  return () => page.removeEventListener("message", hear);
}

/** An address bar that nobody sees: no page of its own for Back, which would be the host’s, and no matter if it is refused. */
function quietBar(page: Window): Bar {
  const replaceState = (data: unknown, title: string, address?: string | URL | null): void => {
    try {
      page.history.replaceState(data, title, address);
    } catch {
      // Some browsers let no address be rewritten in a frame without an origin.
    }
  };
  return {
    location: page.location,
    history: { pushState: replaceState, replaceState },
    addEventListener: (type, listener) => page.addEventListener(type, listener),
    removeEventListener: (type, listener) => page.removeEventListener(type, listener),
  };
}

function isFramed(page: Window): boolean {
  return page.parent !== page;
}

function someId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

function clock(): number {
  return performance.timeOrigin + performance.now();
}
