import type { Session } from "../session/session.ts";
import type { Sight } from "./sight.ts";

/** Long enough to scroll away and back; afterwards somebody else has more use for the device. */
const PATIENCE_MS = 30_000;

/** A run that nobody sees rests, and after a while gives its device back. */
export function restWhenUnseen(session: Session, sight: Sight): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (isSeen: boolean): void => {
    clearTimeout(timer);
    if (isSeen) {
      session.show();
      return;
    }
    session.hide();
    timer = setTimeout(session.letGo, PATIENCE_MS);
  };
  look(sight.isSeen);
  sight.onChange(look);
  return () => clearTimeout(timer);
}
