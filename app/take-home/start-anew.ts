import type { Session } from "../session/session.ts";
import type { Address } from "../store/url.ts";

/** Begins the experiment of a file in the place of the run that is going, as a link to it would, and plays it. */
export function startAnew(session: Session, address: Address): void {
  const { store } = session;
  store.setState(address);
  store.getState().want(true);
  // The same experiment as the one that is going changes nothing, and is wanted anew all the same.
  session.open();
}
