import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { DEVICES } from "../../sim/contract/device.ts";
import type { DeviceName } from "../../sim/contract/device.ts";
import type { FailureCode } from "../../sim/contract/protocol.ts";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { DivergedNotice } from "./diverged-notice.tsx";

/** Everything that has to be said in a sentence: what a link asked in vain, which lane diverged, what failed. */
export function StatusNotices() {
  const diverged = usePage((state) => state.diverged);
  return (
    <div className="status-notices">
      <FailureNotice />
      {diverged.map((divergence) => (
        <DivergedNotice key={divergence.lane} divergence={divergence} />
      ))}
      <ComplaintsNotice />
    </div>
  );
}

const FAILURES: Readonly<Record<FailureCode, string>> = {
  device: "The device cannot be used",
  data: "The data could not be read",
  model: "The network could not be built",
  bug: "The worker that trains has stopped",
};

const DEVICE_VERBS: Readonly<Record<DeviceName, string>> = {
  webgl: "Use WebGL",
  wasm: "Use WebAssembly",
  cpu: "Use plain JavaScript",
};

function FailureNotice() {
  const failure = usePage((state) => state.failure);
  const request = usePage((state) => state.deviceRequest);
  const { setDevice } = useActions();
  const { open } = useSession();
  if (!failure) return null;
  const others = failure.code === "data" ? [] : DEVICES.filter((device) => device !== request);
  return (
    <Notice
      kind="alert"
      actions={
        <>
          <Button onClick={open}>Try again</Button>
          {others.map((device) => (
            <Button key={device} onClick={() => setDevice(device)}>
              {DEVICE_VERBS[device]}
            </Button>
          ))}
        </>
      }
    >
      <p>
        {FAILURES[failure.code]}: {failure.detail}
      </p>
    </Notice>
  );
}

function ComplaintsNotice() {
  const complaints = usePage((state) => state.complaints);
  const { dismissComplaints } = useActions();
  if (complaints.length === 0) return null;
  const count =
    complaints.length === 1 ? "one thing" : `${formatInteger(complaints.length)} things`;
  return (
    <Notice kind="status" onDismiss={dismissComplaints}>
      <p>The page was asked for {count} that could not be done as it says:</p>
      <ul>
        {complaints.map((complaint) => (
          <li key={complaint}>{complaint}</li>
        ))}
      </ul>
    </Notice>
  );
}
