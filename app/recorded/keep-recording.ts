import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { effectOf } from "../session/effect-of.ts";
import type { State, Store } from "../store/store.ts";
import { loadRecordedRun } from "./load-recorded-run.ts";

/**
 * Lets the page open on a recorded run: of the preset as it was written, until anything of the experiment is changed or the
 * live run has its first point. Returns a function that lets go.
 */
export function keepRecording(
  store: Store,
  catalogue: Catalogue,
  load: typeof loadRecordedRun = loadRecordedRun,
): () => void {
  const isWanted = ({ preset, experiment, step }: State): boolean =>
    step === 0 && effectOf(preset.experiment, experiment, catalogue) === "none";

  const fetch = async (): Promise<void> => {
    const { preset, experiment } = store.getState();
    const recording = await load(preset.id);
    // It may have been left, or played, meanwhile.
    const now = store.getState();
    if (now.experiment === experiment && isWanted(now)) store.setState({ recording });
  };

  const unsubscribe = store.subscribe((now, before) => {
    if (now.step > 0 && now.recording) store.setState({ recording: null });
    if (now.experiment === before.experiment) return;
    const isOfPreset = effectOf(now.preset.experiment, now.experiment, catalogue) === "none";
    if (now.recording && !(isOfPreset && now.recording.run.preset === now.preset.id))
      store.setState({ recording: null });
    if (isOfPreset) void fetch();
  });
  void fetch();
  return unsubscribe;
}
