import { useMemo } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { FirstControls } from "../panels/first-controls.tsx";
import { ArrangementContext, only } from "../panels/part.tsx";
import { SettingControl } from "../panels/setting-control.tsx";
import { Transport } from "../panels/transport.tsx";
import { useSettings } from "../panels/use-settings.ts";
import { usePage } from "../store/hooks.ts";
import { printAddress } from "../store/url.ts";
import type { LessonStep } from "./define-lesson.ts";
import { siteRoot } from "./site-root.ts";

/** Play and its kin, as far as a step hands them out. */
export function LessonTransport({ step: { controls } }: { readonly step: LessonStep }) {
  const arrangement = useMemo(() => only(controls), [controls]);
  return (
    <ArrangementContext value={arrangement}>
      <Transport>
        <LaboratoryLink />
      </Transport>
    </ArrangementContext>
  );
}

/** The experiment as it stands, where everything can be turned. */
function LaboratoryLink() {
  const query = usePage((state) => printAddress(state, catalogue));
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
  if (!hasFirst && named.length === 0) return null;
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
    </aside>
  );
}
