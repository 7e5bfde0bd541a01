import { useMemo, useState } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { FirstControls } from "../panels/first-controls.tsx";
import { ArrangementContext, only } from "../panels/part.tsx";
import { InterventionsPanel } from "../panels/interventions-panel.tsx";
import { SettingControl } from "../panels/setting-control.tsx";
import { Transport } from "../panels/transport.tsx";
import { useSettings } from "../panels/use-settings.ts";
import { useReadout } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import { printAddress } from "../store/url.ts";
import { originOf } from "./define-lesson.ts";
import type { LessonStep } from "./define-lesson.ts";
import { useLesson } from "./lesson-context.ts";
import { siteRoot } from "./site-root.ts";

/** Play and its kin, as far as a step hands them out; and Play where a step shows a run that has not been made. */
export function LessonTransport({ step: { controls } }: { readonly step: LessonStep }) {
  const isMissing = useIsRunMissing();
  const arrangement = useMemo(
    () => only(isMissing ? [...controls, "play"] : controls),
    [controls, isMissing],
  );
  return (
    <ArrangementContext value={arrangement}>
      <Transport>
        <LaboratoryLink />
      </Transport>
    </ArrangementContext>
  );
}

/** Whoever jumps to a step that goes on with the run of one before has not made it yet. */
function useIsRunMissing(): boolean {
  const { place } = useLesson();
  const hasBegun = usePage(({ step }) => step > 0);
  const [goesOn] = useState(originOf(place.lesson, place.step) !== place.step && !hasBegun);
  return goesOn;
}

/** The experiment as it stands, where everything can be turned. */
function LaboratoryLink() {
  const query = useReadout((state) => printAddress(state, catalogue));
  return (
    <a
      className="laboratory-link"
      href={query === "" ? siteRoot() : `${siteRoot()}?${query}`}
      target="_blank"
      rel="noopener"
    >
      Open in the laboratory ↗
    </a>
  );
}

/** The settings that a step hands out; nothing else can be turned, and so nothing else can have been. */
export function LessonSettings({ step: { controls } }: { readonly step: LessonStep }) {
  const settings = useSettings();
  const arrangement = useMemo(() => only(controls), [controls]);
  const named = controls.flatMap((control) => {
    const key = control.startsWith("setting:") ? control.slice("setting:".length) : null;
    return settings.filter((setting) => setting.key === key);
  });
  const hasFirst = ["lanes", "batch", "rate"].some((control) =>
    controls.some((given) => given === control),
  );
  const hasTry = controls.includes("try");
  if (!hasFirst && !hasTry && named.length === 0) return null;
  return (
    <aside className="lesson-settings" aria-label="Settings">
      {hasFirst ? (
        <ArrangementContext value={arrangement}>
          <FirstControls />
        </ArrangementContext>
      ) : null}
      {named.map((setting) => (
        <SettingControl key={setting.key} setting={setting} />
      ))}
      {hasTry ? <InterventionsPanel /> : null}
    </aside>
  );
}
