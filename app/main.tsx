import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { pageFrames } from "../components/page-frames.ts";
import { catalogue } from "../sim/catalogue.ts";
import "./page.css";
import { doorOf } from "./door-of.ts";
import { PageErrorBoundary } from "./page-error.tsx";
import { readSession } from "./read-out.ts";
import { keepRecording } from "./recorded/keep-recording.ts";
import { Routes } from "./routes.tsx";
import { SessionContext } from "./session-context.ts";
import { PaintClock } from "./session/paint-clock.ts";
import { restWhenHidden } from "./session/rest-when-hidden.ts";
import { Session } from "./session/session.ts";
import { keepInSync } from "./session/sync.ts";
import { workerPort } from "./session/worker-port.ts";
import { keepAddress } from "./store/address-bar.ts";
import { StoreContext } from "./store/hooks.ts";
import { createPageStore } from "./store/store.ts";
import { readAddress } from "./store/url.ts";
import { keepTheme } from "./theme.ts";
import { workOffline } from "./work-offline.ts";

const store = createPageStore(catalogue, readAddress(location.search.slice(1), catalogue));
const session = new Session(store, workerPort);
const clock = new PaintClock(session, pageFrames, flushSync);
window.normscope = { read: () => readSession(session) };
keepTheme(store, document);
const door = doorOf(location.pathname);
// An embedding waits for Play, and is tied to its host: see `embed/embedding.ts`.
if (door !== "embed") {
  restWhenHidden(session, document);
  workOffline(window);
}
if (door === "laboratory" || door === "embed") keepRecording(store, catalogue);
// A lesson's address says which step it is, and its run begins when the step has said what it is; other pages train nothing.
if (door === "laboratory") {
  keepAddress(store, catalogue, window);
  keepInSync(session, catalogue);
  session.open();
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <PageErrorBoundary>
      <StoreContext value={store}>
        <SessionContext value={{ session, clock }}>
          <Routes door={door} />
        </SessionContext>
      </StoreContext>
    </PageErrorBoundary>
  </StrictMode>,
);
