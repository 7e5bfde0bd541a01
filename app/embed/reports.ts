import type { State, Store } from "../store/store.ts";

/** What an embedding says of itself, without the name and version that all messages carry. */
export type Report =
  | { readonly type: "normscope:ready" }
  | ({ readonly type: "normscope:state" } & StateReport)
  | ({ readonly type: "normscope:event" } & EventReport)
  | { readonly type: "normscope:resize"; readonly height: number };

interface StateReport {
  readonly phase: State["phase"];
  readonly isPlaying: boolean;
  readonly step: number;
  readonly steps: number;
  readonly preset: string;
  readonly device: string | null;
}

type EventReport =
  | { readonly name: "diverged"; readonly lane: string; readonly step: number }
  | { readonly name: "lost"; readonly step: number }
  | { readonly name: "failed"; readonly code: string }
  | { readonly name: "refused"; readonly why: string };

/** A counter that is read by a page need not be quicker than one that is read by eyes. */
const PAUSE_MS = 500;

export function stateReport(state: State): Report {
  const { phase, wantsToPlay, step, experiment, preset, device } = state;
  return {
    type: "normscope:state",
    phase,
    isPlaying: wantsToPlay,
    step,
    steps: experiment.steps,
    preset: preset.id,
    device: device?.name ?? null,
  };
}

/** Tells how the run goes: what changes its kind at once, the step at most twice a second. Returns a function that stops. */
export function keepReporting(store: Store, tell: (report: Report) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell(stateReport(store.getState()));
  };
  const unsubscribe = store.subscribe((now, before) => {
    for (const event of eventsOf(now, before)) tell({ type: "normscope:event", ...event });
    if (KINDS.some((kind) => now[kind] !== before[kind])) say();
    else if (now.step !== before.step) timer ??= setTimeout(say, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

const KINDS = ["phase", "wantsToPlay", "preset", "device"] as const;

function eventsOf(now: State, before: State): readonly EventReport[] {
  const diverged = now.diverged.filter((divergence) => !before.diverged.includes(divergence));
  return [
    ...diverged.map(({ lane, step }) => ({ name: "diverged", lane, step }) as const),
    ...(now.recovery && !before.recovery
      ? [{ name: "lost", step: now.recovery.lostAt } as const]
      : []),
    ...(now.failure && !before.failure
      ? [{ name: "failed", code: now.failure.code } as const]
      : []),
  ];
}
