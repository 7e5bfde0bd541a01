import type { ReactNode } from "react";
import { InlineNumber } from "../../components/controls/inline-number.tsx";
import { FormattedNumber } from "../../components/prose/number.tsx";
import { laneStyle } from "../../components/theme/lane-styles.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useSettings } from "../panels/use-settings.ts";
import { useActions } from "../store/hooks.ts";
import type { PanelName } from "./define-lesson.ts";
import { useLesson, useRun } from "./lesson-context.ts";
import type { Run } from "./measured.ts";
import { siteRoot } from "./site-root.ts";

/** A number of the run in running text; a dash until it is measured. */
export function Live({
  read,
  unit,
}: {
  readonly read: (run: Run) => number | null;
  readonly unit?: string;
}) {
  const value = read(useRun());
  if (value === null)
    return (
      <span className="live-number">
        <span aria-hidden="true">–</span>
        <span className="said">(not measured yet)</span>
      </span>
    );
  return (
    <b className="live-number">
      <FormattedNumber value={value} unit={unit} steady />
    </b>
  );
}

/** A setting of the experiment in running text, to be dragged. */
export function Turn({
  setting: key,
  stops,
}: {
  readonly setting: string;
  readonly stops: readonly number[];
}) {
  const setting = useSettings().find((candidate) => candidate.key === key);
  const { setExperiment } = useActions();
  if (!setting || typeof setting.value !== "number") return null;
  const { spec } = setting;
  return (
    <InlineNumber
      label={spec.label}
      stops={stops}
      value={setting.value}
      unit={spec.kind === "range" ? spec.unit : undefined}
      onChange={(value) => setExperiment(setting.with(value))}
    />
  );
}

/** A lane’s short name, in its colour wherever it is said. */
export function Lane({ id }: { readonly id: string }) {
  return (
    <b style={{ color: `var(${laneStyle(id, 0).cssVariable})` }}>
      {entry(catalogue.normalisers, id).label}
    </b>
  );
}

/** Words that point at a panel: pressed, they bring it into view and mark it. */
export function At({
  panel,
  children,
}: {
  readonly panel: PanelName;
  readonly children: ReactNode;
}) {
  const { pointTo } = useLesson();
  return (
    <button type="button" className="at-panel" onClick={() => pointTo(panel)}>
      {children}
    </button>
  );
}

/** A link to an experiment in the laboratory, by its query. */
export function LabLink({
  query,
  children,
}: {
  readonly query: string;
  readonly children: ReactNode;
}) {
  return <a href={`${siteRoot()}${query === "" ? "" : `?${query}`}`}>{children}</a>;
}

/** A page outside. */
export function Source({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
