import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { formatInteger, formatNumber } from "../../components/prose/format.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import type { Divergence } from "../store/run-slice.ts";
import { withRival } from "./rival.ts";
import { STEPS_BACK } from "./transport.tsx";
import { useLooks } from "./use-looks.ts";
import { isLearningRate, useSettings } from "./use-settings.ts";

/** A result, not an error: which lane, when, where it began, and what to try. */
export function DivergedNotice({ divergence }: { readonly divergence: Divergence }) {
  const position = usePage(({ lanes }) => lanes.findIndex(({ id }) => id === divergence.lane));
  const isAlone = usePage(({ lanes }) => lanes.length === 1);
  const look = useLooks()[position];
  const back = Math.max(0, divergence.step - STEPS_BACK);
  return (
    <Notice
      kind="status"
      actions={
        <>
          <GoBack to={back} />
          <HalveRate position={position} to={back} />
          <CompareWithPowerNorm position={position} />
        </>
      }
    >
      <p>
        <b style={{ color: look ? `var(${look.style.cssVariable})` : undefined }}>
          {look?.label ?? divergence.lane}
        </b>{" "}
        diverged at step {formatInteger(divergence.step)}: its loss is no longer a number.{" "}
        {divergence.site === null
          ? "Every normaliser’s input was still finite; it broke after the last of them."
          : `It began in ${divergence.site}, the first layer whose input is not finite.`}{" "}
        {isAlone ? "The run has stopped." : "This lane has stopped; the others go on."}
      </p>
    </Notice>
  );
}

function GoBack({ to }: { readonly to: number }) {
  const { rewind } = useSession();
  return (
    <Button onClick={() => rewind(to, "rest")} disabledReason={useReason()}>
      Back to step {formatInteger(to)}
    </Button>
  );
}

/** From before it broke, at half the rate of this lane's task. */
function HalveRate({ position, to }: { readonly position: number; readonly to: number }) {
  const task = usePage(({ lanes }) => lanes[position]?.task);
  const rate = useSettings().find((setting) => isLearningRate(setting) && setting.owner === task);
  const reason = useReason();
  const { store, rewind } = useSession();
  if (typeof rate?.value !== "number") return null;
  const half = rate.value / 2;
  return (
    <Button
      onClick={() => {
        store.getState().setExperiment(rate.with(half));
        rewind(to, "play");
      }}
      disabledReason={reason}
    >
      From there on at rate {formatNumber(half)}
    </Button>
  );
}

/** A new run with PN beside this lane, or in its place where there is no room. */
function CompareWithPowerNorm({ position }: { readonly position: number }) {
  const experiment = usePage((state) => state.experiment);
  const { store } = useSession();
  const compared = withRival(experiment, position, "power-norm", catalogue);
  if (!compared) return null;
  return (
    <Button
      onClick={() => {
        const { want, setExperiment } = store.getState();
        want(true);
        setExperiment(compared);
      }}
    >
      Compare with PN from the start
    </Button>
  );
}

function useReason(): string | undefined {
  return usePage(({ phase }) => {
    if (phase === "running" || phase === "paused" || phase === "finished") return undefined;
    return phase === "rewinding" ? "The run is going back." : "There is no run to go back in.";
  });
}
