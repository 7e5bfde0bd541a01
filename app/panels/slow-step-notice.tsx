import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { slowStepWords } from "./slow-step-words.ts";

/** Play was asked for, and a step would take seconds: nothing begins until that is wanted all the same. */
export function SlowStepNotice() {
  const { playAnyway } = useSession();
  const { answerSlow } = useActions();
  const isAsking = usePage((state) => state.slowStep === "asking");
  const milliseconds = usePage((state) => state.estimatedMilliseconds);
  const device = usePage((state) => state.device);
  const steps = usePage((state) => state.experiment.steps);
  if (!isAsking || milliseconds === null || !device) return null;
  return (
    <Notice
      kind="status"
      actions={<Button onClick={playAnyway}>Play anyway</Button>}
      onDismiss={() => answerSlow("quiet")}
    >
      <p>{slowStepWords({ milliseconds, steps, device: device.name })}</p>
    </Notice>
  );
}
