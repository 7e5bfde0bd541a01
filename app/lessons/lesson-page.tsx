import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Notice } from "../../components/frame/notice.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { MethodDialog } from "../panels/method-dialog.tsx";
import { StatusNotices } from "../panels/status-notices.tsx";
import { DeviceReadout, PhaseAnnouncer } from "../panels/step-readout.tsx";
import { keepInSync } from "../session/sync.ts";
import { useSession } from "../session-context.ts";
import type { PanelName } from "./define-lesson.ts";
import { enterStep } from "./enter-step.ts";
import { JumpList } from "./jump-list.tsx";
import type { Place } from "./lesson-address.ts";
import { LessonContext } from "./lesson-context.ts";
import { LessonSettings, LessonTransport } from "./lesson-controls.tsx";
import { LessonHeader } from "./lesson-header.tsx";
import { LessonPanels } from "./lesson-panels.tsx";
import { createNotebook } from "./notebook.ts";
import { StepWords } from "./step-words.tsx";
import { useLessonKeys } from "./use-lesson-keys.ts";
import { usePlace } from "./use-place.ts";

interface Pointing {
  readonly panel: PanelName;
  readonly in: Place;
}

interface LessonPageProps {
  readonly first: Place;
  readonly complaints: readonly string[];
}

/** Words at the left, the laboratory’s own panels at the right, and one run between them. */
export function LessonPage({ first, complaints }: LessonPageProps) {
  const [place, go] = usePlace(first);
  const [notebook] = useState(createNotebook);
  const [pointing, pointAt] = useState<Pointing | null>(null);
  const { lesson } = place;
  const step = lesson.steps[place.step];
  if (!step) throw new Error(`${lesson.id} has no step ${place.step}`);
  const heading = useFocusOnArrival(place);
  useRunOf(first);
  useEffect(() => {
    document.title = `${lesson.title} · Normscope`;
  }, [lesson]);
  const world = useMemo(
    () => ({
      place,
      notebook,
      // What a sentence pointed at is of no more interest in another step.
      pointed: pointing?.in === place ? pointing : null,
      pointTo: (panel: PanelName) => pointAt({ panel, in: place }),
      go,
    }),
    [place, notebook, pointing, go],
  );
  useLessonKeys(world, step);
  return (
    <LessonContext value={world}>
      <div className="lesson" data-alone={step.panels.length === 0 ? "" : undefined}>
        <LessonHeader title={lesson.title} />
        <JumpList />
        <main className="lesson-words">
          {complaints.length > 0 ? (
            <Notice kind="status">
              {complaints.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          ) : null}
          <StepWords key={step.id} step={step} heading={heading} />
        </main>
        <div className="lesson-work">
          <section className="lesson-bar" aria-label="Playing and device">
            <LessonTransport key={step.id} step={step} />
            <DeviceReadout />
          </section>
          <PhaseAnnouncer />
          <StatusNotices />
          <LessonSettings step={step} />
          <LessonPanels step={step} />
        </div>
        <MethodDialog />
      </div>
    </LessonContext>
  );
}

/** Opens the run of the step that is arrived at; from then on the session follows the store. */
function useRunOf(arrived: Place): void {
  const session = useSession();
  // Before the effects of the words, which look at the run.
  useLayoutEffect(() => {
    enterStep(session, arrived, null, location.search);
    const letGo = keepInSync(session, catalogue);
    session.open();
    return letGo;
  }, [session, arrived]);
}

/** The heading of a step takes the focus when it is come to from another, so that it is heard, and the next key lands there. */
function useFocusOnArrival(place: Place) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [place]);
  return heading;
}
