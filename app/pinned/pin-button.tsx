import { Button } from "../../components/controls/button.tsx";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import { pinRun } from "./pinned.ts";

/** Keeps the run behind the next, so that what a setting does is seen at a glance. */
export function PinButton() {
  const session = useSession();
  const isPinned = usePage((state) => state.pinned !== null);
  const isEmpty = usePage((state) => state.step === 0);
  if (isPinned)
    return (
      <Button kind="quiet" onClick={() => session.store.setState({ pinned: null })}>
        Unpin
      </Button>
    );
  // Before the first step there is nothing to pin.
  if (isEmpty) return null;
  return (
    <Button kind="quiet" onClick={() => pinRun(session)}>
      Pin this run
    </Button>
  );
}
