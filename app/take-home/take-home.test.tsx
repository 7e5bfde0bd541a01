import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { SessionContext } from "../session-context.ts";
import { StoreContext } from "../store/hooks.ts";
import { fileOf, finishedRun } from "./files.fixture.ts";
import { FromFiles } from "./from-files.tsx";
import { openFile } from "./open-file.ts";
import { recordedSession } from "./recorded-session.ts";
import { printRunFile } from "./run-file.ts";
import type { SavedRun } from "./run-file.ts";
import { TakeHomeDialog } from "./take-home-dialog.tsx";

vi.stubGlobal("requestAnimationFrame", () => 0);
vi.stubGlobal("location", { href: "https://example.org/lessons.html?lesson=remember" });

async function savedRun(): Promise<SavedRun> {
  const { store, series } = finishedRun("lanes=batch-norm,layer-norm&seed=5", [3, 2, 1]);
  const text = printRunFile(store.getState(), series, "", new Date(0)) ?? "";
  const file = await openFile(fileOf("run.json", text));
  if (file.kind !== "run") throw new Error(JSON.stringify(file));
  return file.run;
}

/** The markup of something within a page that has run. */
function rendered(inside: ReactNode, page: ReturnType<typeof recordedSession>): string {
  const { store } = page.session;
  // A renderer without a screen reads a store as it began, and this one has gone on.
  Object.assign(store, { getInitialState: store.getState });
  return renderToStaticMarkup(
    <StoreContext value={store}>
      <SessionContext value={page}>{inside}</SessionContext>
    </StoreContext>,
  );
}

describe("what can be taken home", () => {
  it("is named part by part, with the link and a citation", async () => {
    const markup = rendered(
      <TakeHomeDialog onClose={() => undefined} />,
      recordedSession(await savedRun()),
    );
    for (const words of [
      "The experiment",
      "The whole run",
      "Series as CSV",
      "As PyTorch",
      "Cite",
      "Bring back",
    ])
      expect(markup).toContain(`>${words}</h3>`);
    expect(markup).toContain("https://example.org/?");
    expect(markup).toContain("@software{normscope");
  });
});

describe("files that are open again", () => {
  it("stand as recorded: a run in the page’s own panels, a refusal as an alert", async () => {
    const run = await savedRun();
    const page = recordedSession(run);
    page.session.store
      .getState()
      .setOpened([
        { name: "run.json.gz", kind: "run", run },
        await openFile(fileOf("broken.json", "{")),
      ]);
    const markup = rendered(<FromFiles />, page);
    expect(markup).toContain("From a file: run.json.gz");
    expect(markup).toContain("Recorded, not computed now: 3 steps");
    expect(markup).toContain("Play it anew");
    expect(markup).toContain("Training loss");
    expect(markup).toContain('role="alert"');
    const ids = Array.from(markup.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
