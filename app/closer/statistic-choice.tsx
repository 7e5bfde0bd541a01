import { Choice } from "../../components/controls/choice.tsx";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import { useActions, usePage } from "../store/hooks.ts";

export const STATISTIC_WORDS: Readonly<Record<Statistic, string>> = {
  mean: "µ, the mean",
  variance: "σ², the variance",
  "quadratic-mean": "ψ², the quadratic mean",
};

const OPTIONS = STATISTICS.map((value) => ({ value, label: STATISTIC_WORDS[value] }));

/** Which of the three is looked at closer; one choice for all tabs. */
export function StatisticChoice() {
  const statistic = usePage((state) => state.closerStatistic);
  const { setView } = useActions();
  return (
    <Choice
      id="closer-statistic"
      label="Statistic"
      options={OPTIONS}
      value={statistic}
      onChange={(value) =>
        setView({ closerStatistic: STATISTICS.find((each) => each === value) ?? "variance" })
      }
    />
  );
}
