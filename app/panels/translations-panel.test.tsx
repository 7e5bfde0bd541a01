import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { pageFrames } from "../../components/page-frames.ts";
import { catalogue } from "../../sim/catalogue.ts";
import type { FromSim, LaneReport } from "../../sim/contract/protocol.ts";
import { SessionContext } from "../session-context.ts";
import { PaintClock } from "../session/paint-clock.ts";
import { Session } from "../session/session.ts";
import { StoreContext } from "../store/hooks.ts";
import { createPageStore } from "../store/store.ts";
import { readAddress } from "../store/url.ts";
import { GapPanel } from "./gap-panel.tsx";
import { TranslationsPanel } from "./translations-panel.tsx";

const lanes = ["batch-norm", "layer-norm"].map((id): LaneReport => ({
  id,
  task: 0,
  normaliser: id,
  sites: [],
  parameters: 1,
}));
const ready: FromSim = {
  type: "ready",
  run: 1,
  device: {
    name: "cpu",
    detail: "plain",
    software: false,
    engine: "composed",
    reason: "asked for",
    standIn: false,
  },
  lanes,
  columns: { steps: [], "held-out": [], translated: [] },
  samples: [],
  pairs: [[{ input: "ein hund schläft .", output: "a dog sleeps ." }]],
  step: 0,
  millisecondsPerStep: 20,
};

/** The words of a panel after some messages, with its tags. */
function shown(query: string, messages: readonly FromSim[], panel: "said" | "gap" = "said") {
  const store = createPageStore(catalogue, readAddress(query, catalogue));
  const session = new Session(store, () => ({ post() {}, listen() {}, end() {} }));
  for (const message of messages) store.getState().receive(message);
  // On a server the store would show what it began with.
  const current = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <StoreContext value={current}>
      <SessionContext
        value={{ session, clock: new PaintClock(session, pageFrames, (tell) => tell()) }}
      >
        {panel === "said" ? <TranslationsPanel height={156} /> : <GapPanel height={156} />}
      </SessionContext>
    </StoreContext>,
  );
}

const QUERY = "lanes=batch-norm,layer-norm&evaluateEvery=20";

describe("the panel of translations", () => {
  it("says when the first translations come, and that there is nothing yet", () => {
    const markup = shown(QUERY, [ready]);
    expect(markup).toContain("first at step 20");
    expect(markup).toContain('<p class="translations-source" lang="de">ein hund schläft .</p>');
    expect(markup.match(/\(nothing yet\)/g)).toHaveLength(2);
  });

  it("shows what each lane says as of a step, and who says nothing why", () => {
    const said: FromSim = {
      type: "translations",
      run: 1,
      step: 20,
      lanes: [
        { lane: "batch-norm", sentences: ["a cat sleeps ."] },
        { lane: "layer-norm", sentences: null },
      ],
      rows: [],
    };
    const markup = shown(QUERY, [ready, said]);
    expect(markup).toContain("as of step <b>20</b>");
    expect(markup).toContain("<u>a</u>");
    expect(markup).toContain("<u>sleeps .</u>");
    expect(markup).toContain("(diverged)");
    expect(markup).toContain("Held-out BLEU");
    // Only the charts speak up, and only at their crosshair.
    expect(markup.match(/aria-live/g)).toHaveLength(1);
  });

  it("is not there for pictures, whose gap has no BLEU", () => {
    const query = "workload=images&lanes=batch-norm";
    expect(shown(query, [])).toBe("");
    const gap = shown(query, [], "gap");
    expect(gap).toContain("Gap of class accuracy");
    expect(gap).not.toContain("BLEU");
    expect(shown(QUERY, [], "gap")).toContain("Gap of BLEU");
  });
});
