import { Button } from "../../components/controls/button.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { useActions, usePage } from "../store/hooks.ts";

/** Which steps were chosen on a time axis, and the way back to all of them. */
export function ShownSteps() {
  const zoom = usePage((state) => state.zoom);
  const { setView } = useActions();
  if (!zoom) return null;
  const [from, to] = zoom.map(formatInteger);
  return (
    <p className="shown-steps">
      steps {from} to {to}{" "}
      <Button kind="quiet" onClick={() => setView({ zoom: null })}>
        Show all
      </Button>
    </p>
  );
}
