import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import { Progress } from "../../components/frame/progress.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { ScoreTables } from "../findings/score-tables.tsx";
import { useSession } from "../session-context.ts";
import { effectOf } from "../session/effect-of.ts";
import { workerPort } from "../session/worker-port.ts";
import { usePage } from "../store/hooks.ts";
import { measuredSeeds } from "./measured-seeds.ts";
import { SeedCharts } from "./seed-charts.tsx";
import { SeedRuns } from "./seed-runs.ts";
import type { SeedState } from "./seed-runs.ts";
import "./seeds-panel.css";

const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => ({
  value: String(count),
  label: `${count} seeds`,
}));
const FIRST_COUNT = "5";

/** The present experiment with one seed after another, and what they allow to say together. */
export function SeedsPanel() {
  const [runs] = useState(() => new SeedRuns(workerPort));
  useEffect(() => () => runs.end(), [runs]);
  const state = useSyncExternalStore(runs.subscribe, runs.state);
  return (
    <Panel title="Over seeds: would another start say the same?">
      <Controls runs={runs} state={state} />
      <Standing state={state} />
      <Results state={state} />
    </Panel>
  );
}

interface StateProps {
  readonly state: SeedState;
}

function Controls({ runs, state }: StateProps & { readonly runs: SeedRuns }) {
  const [count, setCount] = useState(FIRST_COUNT);
  const session = useSession();
  const seed = usePage(({ experiment }) => experiment.seed);
  const steps = usePage(({ experiment }) => experiment.steps);
  const start = (): void => {
    session.pause();
    const { experiment, deviceRequest, engine } = session.store.getState();
    const own = session.client.kept;
    runs.start({ experiment, count: Number(count), device: deviceRequest, engine, own });
  };
  const isRunning = state.phase === "running";
  return (
    <>
      <div className="seeds-controls">
        <Choice
          id="seeds-count"
          label="How many"
          options={COUNTS}
          value={count}
          onChange={setCount}
        />
        <Button onClick={isRunning ? () => runs.cancel() : start}>
          {isRunning ? "Cancel" : "Start"}
        </Button>
      </div>
      {state.phase === "idle" ? (
        <p className="seeds-words">
          Runs the experiment as it is set, with seeds {seed} to {seed + Number(count) - 1} one
          after another, {steps} steps each, as fast as it goes, beside the run above, which is
          paused meanwhile; press Play, and the two share the machine.
        </p>
      ) : null}
    </>
  );
}

/** Where it stands, in words. */
function Standing({ state }: StateProps) {
  const { phase, seeds, done, step, experiment, detail } = state;
  const present = usePage((page) => page.experiment);
  switch (phase) {
    case "idle":
      return null;
    case "running":
      return (
        <Progress
          doing={`Seed ${done.length + 1} of ${seeds.length}, step`}
          done={step}
          of={experiment?.steps ?? 0}
        />
      );
    case "failed":
      return <Notice kind="alert">A seed could not be run: {detail}</Notice>;
    case "cancelled":
    case "finished":
      return (
        <output className="seeds-words">
          {phase === "finished" ? "All" : `Cancelled; ${done.length} of`} {seeds.length} seeds are
          finished.{" "}
          {experiment && !isSameButSeed(experiment, present)
            ? "The settings above have been changed since: these numbers are of those before."
            : null}
        </output>
      );
  }
}

function Results({ state }: StateProps) {
  const measured = useMemo(() => measuredSeeds(state, catalogue), [state]);
  if (!measured || measured.seeds.length < 2) return null;
  return (
    <>
      <SeedCharts state={state} />
      <ScoreTables measured={measured} />
    </>
  );
}

function isSameButSeed(one: Experiment, other: Experiment): boolean {
  return effectOf({ ...one, seed: other.seed }, other, catalogue) === "none";
}
