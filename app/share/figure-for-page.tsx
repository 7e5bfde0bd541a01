import { useState } from "react";
import { Choice } from "../../components/controls/choice.tsx";
import { NumberField } from "../../components/controls/number-field.tsx";
import { Toggle } from "../../components/controls/toggle.tsx";
import type { RangeParam } from "../../sim/contract/params.ts";
import { usePage } from "../store/hooks.ts";
import { THEMES } from "../store/view-slice.ts";
import { CopiedText } from "./copied-text.tsx";
import { ControlChoices, PanelChoices } from "./plan-table.tsx";
import type { PlanProps } from "./plan-table.tsx";
import { embedAddress, FIRST_PLAN, fittingScript, snippetOf, usualHeight } from "./snippet.ts";

const HEIGHT: RangeParam = {
  kind: "range",
  label: "Height",
  about: "Before the page fits it; most hosts leave it as it is.",
  effect: "live",
  min: 120,
  max: 4000,
  step: 1,
  initial: 480,
  unit: "pixels",
};

const THEME_WORDS = { auto: "the reader’s", light: "light", dark: "dark" } as const;

interface FigureProps {
  /** The experiment and the view, without a theme: a figure has its page’s. */
  readonly query: string;
  readonly site: string;
}

/** An embedding, put together: what is in it, and the HTML that a page needs. */
export function FigureForPage({ query, site }: FigureProps) {
  const [plan, setPlan] = useState(FIRST_PLAN);
  const question = usePage((state) => state.preset.question);
  const address = embedAddress(plan, query, site);
  return (
    <section aria-labelledby="share-figure-title">
      <h3 id="share-figure-title">A figure for your page</h3>
      <p className="share-note">
        It shows a picture until it is played. Nothing is trained, and nothing fetched for it,
        before.
      </p>
      <CopiedText
        id="share-snippet"
        label="HTML, to paste where the figure is to be"
        copyLabel="Copy HTML"
        text={snippetOf(plan, address, question)}
        rows={11}
      />
      <p className="share-note">
        <a href={address} target="_blank" rel="noopener">
          See it alone ↗
        </a>
        {" · "}
        <a href="./examples/" target="_blank" rel="noopener">
          Examples of pages ↗
        </a>
      </p>
      <CopiedText
        id="share-script"
        label="Once on the page, if its figures are to be as high as they need"
        copyLabel="Copy line"
        text={fittingScript(site)}
        rows={2}
      />
      <details className="share-fold">
        <summary>What it shows, and what can be moved</summary>
        <div className="share-plan">
          <PanelChoices plan={plan} onChange={setPlan} />
          <ControlChoices plan={plan} onChange={setPlan} />
          <Looks plan={plan} onChange={setPlan} />
        </div>
      </details>
    </section>
  );
}

function Looks({ plan, onChange }: PlanProps) {
  return (
    <div className="share-looks">
      <NumberField
        id="share-height"
        spec={HEIGHT}
        value={plan.height ?? usualHeight(plan)}
        onChange={(height) => onChange({ ...plan, height })}
      />
      <Choice
        id="share-theme"
        label="Colours"
        options={THEMES.map((value) => ({ value, label: THEME_WORDS[value] }))}
        value={plan.theme}
        onChange={(value) =>
          onChange({ ...plan, theme: THEMES.find((theme) => theme === value) ?? "auto" })
        }
      />
      <Toggle
        id="share-transparent"
        label="No ground of its own"
        about="The page’s own colour shows through. Choose light or dark as the page is."
        value={plan.isTransparent}
        onChange={(isTransparent) => onChange({ ...plan, isTransparent })}
      />
    </div>
  );
}
