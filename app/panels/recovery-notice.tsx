import { Notice } from "../../components/frame/notice.tsx";
import { counted, formatInteger } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { lossWords } from "./failure-words.ts";

/** The run was lost and has gone on: what happened, from where, and which points were computed again. */
export function RecoveryNotice() {
  const recovery = usePage((state) => state.recovery);
  const device = usePage((state) => state.device);
  const { dismissRecovery } = useActions();
  if (!recovery || recovery.from === null || !device) return null;
  const { why, lostAt, from } = recovery;
  const again = lostAt - from;
  return (
    <Notice kind="status" onDismiss={dismissRecovery}>
      <p>
        {lossWords(why)} That was at step {formatInteger(lostAt)}. A fresh worker went on from step{" "}
        {formatInteger(from)} on {DEVICE_WORDS[device.name]}
        {again === 0
          ? "."
          : `, and the ${counted(again, "step", "steps")} since then ${again === 1 ? "is" : "are"} taken once more: the same, to the device’s rounding.`}
      </p>
    </Notice>
  );
}
