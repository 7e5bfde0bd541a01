import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { DEVICES, DEVICE_WORDS } from "../../sim/contract/device.ts";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { failureWords } from "./failure-words.ts";

/** What failed, in a sentence, and the ways on: again, or on another device, from where the page last kept the run. */
export function FailureNotice() {
  const failure = usePage((state) => state.failure);
  const request = usePage((state) => state.deviceRequest);
  const before = usePage((state) => state.device?.name);
  const step = usePage((state) => state.step);
  const { setDevice } = useActions();
  const { goOn } = useSession();
  if (!failure) return null;
  const failed = request === "auto" ? before : request;
  const others = failure.code === "data" ? [] : DEVICES.filter((device) => device !== failed);
  return (
    <Notice
      kind="alert"
      actions={
        <>
          <Button onClick={goOn}>Try again</Button>
          {others.map((device) => (
            <Button key={device} onClick={() => setDevice(device)}>
              {step > 0 ? "Continue on" : "Use"} {DEVICE_WORDS[device]}
            </Button>
          ))}
        </>
      }
    >
      <p>
        {failureWords(failure)}
        {step > 0 ? ` The run had come to step ${formatInteger(step)} and can go on.` : ""}
      </p>
    </Notice>
  );
}
