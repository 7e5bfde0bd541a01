import { useMemo } from "react";
import { Scatter } from "../../components/charts/scatter.tsx";
import type { ScatterPoints } from "../../components/charts/scatter-points.ts";
import { Choice } from "../../components/controls/choice.tsx";
import { counted, formatInteger } from "../../components/prose/format.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import { usePainted, useSession } from "../session-context.ts";
import type { ChannelStore } from "../session/channel-store.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { SYMBOLS, channelWords } from "./channel-words.ts";
import { STATISTIC_WORDS, StatisticChoice } from "./statistic-choice.tsx";
import { useChannelEmptyWords } from "./use-channel-empty-words.ts";
import { useWatchedChannels } from "./use-watched-channels.ts";
import type { WatchedLane } from "./use-watched-channels.ts";

/** Each channel's batch value over its running one, at the step of the crosshair or the newest. */
export function BatchAgainstRunning() {
  const statistic = usePage((state) => state.closerStatistic);
  const crosshair = usePage((state) => state.crosshair);
  const { channels } = useSession();
  const painted = usePainted();
  const lanes = useWatchedChannels();
  const plots = useChosenLanes(lanes);
  const points = useMemo(
    () => pointsAt(channels, statistic, crosshair),
    [channels, statistic, crosshair],
  );
  const step = shownStep(channels, crosshair);
  const symbol = SYMBOLS[statistic];
  const when = step === null ? "" : ` at step ${formatInteger(step)}`;
  return (
    <>
      <div className="view-pickers">
        <StatisticChoice />
        <LaneChoice lanes={lanes} />
      </div>
      <p className="closer-words">
        A mark is a channel of the layer chosen above. On the diagonal this batch is what was
        remembered; above it the batch has more. It shows the newest step, or that of the crosshair
        in any other chart.
      </p>
      <Scatter
        title={`Is this batch’s ${symbol} what the layer remembers${when}?`}
        summary={`${STATISTIC_WORDS[statistic]}${when}: of every channel this batch’s upwards over the running one to the right, ${counted(plots.length, "square")}, one a lane, each with its diagonal.`}
        xLabel={`running ${symbol}`}
        yLabel={`this batch’s ${symbol}`}
        plots={plots}
        points={points}
        version={painted.version}
        what={`${statistic} ${plots.map(({ id, site }) => `${id} ${site}`).join()}`}
        empty={useEmpty(step, crosshair)}
        describe={(lane, channel) =>
          channelWords(channels, statistic, { lane, channel, step: step ?? Number.NaN })
        }
      />
    </>
  );
}

/** All lanes side by side, or one of them, larger. */
function useChosenLanes(lanes: readonly WatchedLane[]): readonly WatchedLane[] {
  const chosen = usePage((state) => state.closerLane);
  return useMemo(() => {
    const only = lanes.filter(({ id }) => id === chosen);
    return only.length > 0 ? only : lanes;
  }, [lanes, chosen]);
}

function LaneChoice({ lanes }: { readonly lanes: readonly WatchedLane[] }) {
  const chosen = usePage((state) => state.closerLane);
  const { setView } = useActions();
  if (lanes.length < 2) return null;
  return (
    <Choice
      id="closer-lane"
      label="Lane"
      options={[
        { value: "", label: "all, side by side" },
        ...lanes.map(({ id, label }) => ({ value: id, label })),
      ]}
      value={lanes.some(({ id }) => id === chosen) ? chosen : ""}
      onChange={(closerLane) => setView({ closerLane })}
    />
  );
}

function useEmpty(step: number | null, crosshair: number | null): string | null {
  const words = useChannelEmptyWords();
  if (step !== null) return null;
  return crosshair === null ? words : "Nobody looked at this step, or it is no longer kept.";
}

/** The step of the crosshair where its channels are kept, or without one the newest. */
function shownRow(store: ChannelStore, crosshair: number | null): number | null {
  if (store.end === store.start) return null;
  if (crosshair === null) return store.end - 1;
  const row = store.rowAt(crosshair);
  return row >= store.start && store.step(row) === crosshair ? row : null;
}

function shownStep(store: ChannelStore, crosshair: number | null): number | null {
  const row = shownRow(store, crosshair);
  return row === null ? null : store.step(row);
}

function pointsAt(
  store: ChannelStore,
  statistic: Statistic,
  crosshair: number | null,
): ScatterPoints {
  return {
    stamp: () => (shownRow(store, crosshair) ?? -1) + store.revision * 2 ** 32,
    of: (lane) => {
      const row = shownRow(store, crosshair);
      const sample = row === null ? null : store.sample(row, lane);
      return sample && { x: sample.running[statistic], y: sample.batch[statistic] };
    },
  };
}
