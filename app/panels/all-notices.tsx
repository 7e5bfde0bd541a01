import { Notice } from "../../components/frame/notice.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { DeviceNotice } from "./device-notice.tsx";
import { DivergedNotice } from "./diverged-notice.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { RecoveryNotice } from "./recovery-notice.tsx";
import { SlowStepNotice } from "./slow-step-notice.tsx";

/** Everything that has to be said in a sentence: what a link asked in vain, which lane diverged, what failed or was lost. */
export function AllNotices() {
  const diverged = usePage((state) => state.diverged);
  return (
    <div className="status-notices">
      <FailureNotice />
      <SlowStepNotice />
      <RecoveryNotice />
      <DeviceNotice />
      {diverged.map((divergence) => (
        <DivergedNotice key={divergence.lane} divergence={divergence} />
      ))}
      <ComplaintsNotice />
    </div>
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
