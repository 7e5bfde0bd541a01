import { catalogue } from "../../sim/catalogue.ts";
import { effectOf } from "../session/effect-of.ts";
import type { Session } from "../session/session.ts";
import { readAddress } from "../store/url.ts";
import { originOf } from "./define-lesson.ts";
import { experimentQuery } from "./lesson-address.ts";
import type { Place } from "./lesson-address.ts";

/**
 * Gives the session the experiment of a step, at rest, from its beginning. A step that goes on with the run of the one before
 * leaves it as it is, with whatever was turned; so does one whose experiment is the one at hand.
 */
export function enterStep(session: Session, to: Place, from: Place | null, search: string): void {
  const origin = originOf(to.lesson, to.step);
  if (from && origin === originOf(from.lesson, from.step) && origin !== to.step) return;
  const { experiment: before, deviceRequest, engine } = session.store.getState();
  const address = readAddress(experimentQuery(to, search), catalogue);
  session.pause();
  // Where it runs is chosen by the address it was come to by, or by the visitor since.
  session.store.setState(from ? { ...address, deviceRequest, engine } : address);
  // What can be turned while a run goes on would otherwise be turned in the old one.
  if (from && effectOf(before, address.experiment, catalogue) === "live") session.reset();
}
