import { Toggle } from "../../components/controls/toggle.tsx";
import { useActions, usePage } from "../store/hooks.ts";

/** What running statistics cost at inference is the gap between the two held-out losses. */
export function BatchStatisticsToggle({ ids = "view" }: { readonly ids?: string }) {
  const value = usePage((state) => state.batchStatistics);
  const { setView } = useActions();
  return (
    <Toggle
      id={`${ids}-batch-statistics`}
      label="Held-out loss with batch statistics too"
      value={value}
      onChange={(batchStatistics) => setView({ batchStatistics })}
    />
  );
}
