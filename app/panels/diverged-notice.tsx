import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { formatInteger, formatNumber } from "../../components/prose/format.ts";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { Divergence } from "../store/run-slice.ts";
import { useLooks } from "./use-looks.ts";
import { isLearningRate, useSettings } from "./use-settings.ts";

/** A result, not an error: which lane, when, where, and what to try. */
export function DivergedNotice({ divergence }: { readonly divergence: Divergence }) {
  const position = usePage(({ lanes }) => lanes.findIndex(({ id }) => id === divergence.lane));
  const task = usePage(({ lanes }) => lanes[position]?.task);
  const look = useLooks()[position];
  const rate = useSettings().find((setting) => isLearningRate(setting) && setting.owner === task);
  const { setExperiment } = useActions();
  const { reset } = useSession();
  const half = typeof rate?.value === "number" ? rate.value / 2 : null;
  return (
    <Notice
      kind="status"
      actions={
        rate && half !== null ? (
          <Button
            onClick={() => {
              setExperiment(rate.with(half));
              reset();
            }}
          >
            Reset at rate {formatNumber(half)}
          </Button>
        ) : null
      }
    >
      <p>
        <b style={{ color: look ? `var(${look.style.cssVariable})` : undefined }}>
          {look?.label ?? divergence.lane}
        </b>{" "}
        diverged at step {formatInteger(divergence.step)}
        {divergence.site === null ? "" : ` in ${divergence.site}`}: its numbers grew beyond what can
        be computed. It has left the run; the other lanes go on. A lower learning rate may keep it.
      </p>
    </Notice>
  );
}
