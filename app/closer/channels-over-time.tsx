import { useMemo } from "react";
import type { Domain } from "../../components/charts/shared-domain.ts";
import { Waterfall } from "../../components/charts/waterfall.tsx";
import type { Strip } from "../../components/charts/waterfall-layout.ts";
import type { WaterfallRows } from "../../components/charts/waterfall-rows.ts";
import { counted } from "../../components/prose/format.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import { stepDomain } from "../panels/chart-lines.ts";
import { useChartEvents } from "../panels/use-chart-events.ts";
import { usePainted, useReadout, useSession } from "../session-context.ts";
import type { ChannelStore } from "../session/channel-store.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { deviationOf, deviationText } from "./channel-deviation.ts";
import { SYMBOLS, channelWords } from "./channel-words.ts";
import { STATISTIC_WORDS, StatisticChoice } from "./statistic-choice.tsx";
import { useChannelEmptyWords } from "./use-channel-empty-words.ts";
import { useWatchedChannels } from "./use-watched-channels.ts";

/** Channels × steps of every lane at the chosen layer: what the distance of that layer is made of. */
export function ChannelsOverTime() {
  const statistic = usePage((state) => state.closerStatistic);
  const crosshair = usePage((state) => state.crosshair);
  const steps = usePage((state) => state.experiment.steps);
  const step = useReadout((state) => state.step);
  const { pointAt } = useActions();
  const { channels } = useSession();
  const painted = usePainted();
  const strips = useStrips();
  const rows = useMemo(() => deviationRows(channels, statistic), [channels, statistic]);
  return (
    <>
      <div className="view-pickers">
        <StatisticChoice />
      </div>
      <p className="closer-words">
        Every channel of the layer chosen above, from top to bottom, at every step you look at. A
        batch like those before leaves the ground bare; a column of colour is a batch that is unlike
        them, a row of colour a channel that drifts.
      </p>
      <Waterfall
        title={`Which channels stray in ${SYMBOLS[statistic]}?`}
        summary={`How far ${STATISTIC_WORDS[statistic]}, of this batch lies from the running one: steps to the right, channels downwards, ${counted(strips.length, "lane")} one below the other, blue below and vermilion above.`}
        unit={<DeviationUnit statistic={statistic} />}
        written={(deviation) => deviationText(statistic, deviation)}
        strips={strips}
        rows={rows}
        version={painted.version}
        xDomain={keptDomain(channels, stepDomain(step, steps))}
        crosshair={crosshair}
        onCrosshair={pointAt}
        events={useChartEvents()}
        empty={useChannelEmptyWords()}
        describe={(lane, channel, at) =>
          channelWords(channels, statistic, { lane, channel, step: at })
        }
      />
    </>
  );
}

/** The lanes, with the names of their layers, which are not the same in two networks. */
function useStrips(): readonly Strip[] {
  const lanes = useWatchedChannels();
  return useMemo(
    () => lanes.map((lane) => ({ ...lane, note: `${lane.site}, ${lane.note}` })),
    [lanes],
  );
}

const NAMES: Readonly<Record<Statistic, string>> = {
  mean: "mean",
  variance: "variance",
  "quadratic-mean": "quadratic mean",
};

/** What a colour stands for: the mean in running deviations, the other two as a part of the running one. */
function DeviationUnit({ statistic }: { readonly statistic: Statistic }) {
  const symbol = SYMBOLS[statistic];
  const isMean = statistic === "mean";
  return (
    <>
      ({symbol}
      <sub>B</sub> − {symbol}) / {isMean ? "σ" : symbol}: this batch’s {NAMES[statistic]} less the
      running one, {isMean ? "in running standard deviations" : "as a part of that one"}.
    </>
  );
}

/** The store as a waterfall reads it. Another object for another statistic, so that it is painted anew. */
function deviationRows(store: ChannelStore, statistic: Statistic): WaterfallRows {
  return {
    get start() {
      return store.start;
    },
    get end() {
      return store.end;
    },
    get revision() {
      return store.revision;
    },
    step: (row) => store.step(row),
    rowAt: (step) => store.rowAt(step),
    read: (row, lane, into) => {
      const sample = store.sample(row, lane);
      if (!sample) into.fill(Number.NaN);
      else
        for (let channel = 0; channel < into.length; channel++)
          into[channel] = deviationOf(sample, statistic, channel);
    },
  };
}

/** From a round number before the first step that is kept: where one looked late, or long, there is no room for what is not there. */
function keptDomain(store: ChannelStore, [low, high]: Domain): Domain {
  if (store.end === store.start) return [low, high];
  const first = store.step(store.start) - 1;
  const unit = first < 500 ? 50 : first < 2000 ? 100 : 500;
  return [Math.max(low, Math.floor(first / unit) * unit), high];
}
