import { textWidth } from "./chart-scales.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";

interface GhostsProps {
  readonly layout: LineChartLayout;
  readonly words: string | undefined;
}

/** What the faint lines are: between the name of the axis and the plot, as much of it as there is room for. */
export function LineChartGhosts({ layout: { plot, width }, words }: GhostsProps) {
  if (!words) return null;
  const fits = textWidth(words) <= width - plot.left;
  const room = Math.floor((width - plot.left) / textWidth("m")) - 1;
  return (
    <text className="line-chart-ghosts" x={plot.left} y={plot.top - 3}>
      {fits ? words : `${words.slice(0, room)}…`}
    </text>
  );
}
