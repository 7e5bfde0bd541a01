import { useEffect, useState } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { effectOf } from "../session/effect-of.ts";
import { useActions, usePage } from "../store/hooks.ts";

const OPTIONS = catalogue.presets.map(({ id, question }) => ({ value: id, label: question }));

/** The name, the question that is being asked, and a link to all of it. */
export function Header() {
  const preset = usePage((state) => state.preset);
  const { choosePreset } = useActions();
  useEffect(() => {
    document.title = `${preset.name} · Normscope`;
  }, [preset]);
  return (
    <header className="header">
      <h1 className="header-name">Normscope</h1>
      <div className="header-preset">
        <span className="header-question" aria-hidden="true">
          {preset.question}
        </span>
        <Choice
          id="preset"
          label="Preset"
          options={OPTIONS}
          value={preset.id}
          onChange={choosePreset}
        />
      </div>
      <RestorePreset />
      <a className="header-way" href="./lessons.html">
        Lessons
      </a>
      <CopyLink />
    </header>
  );
}

/** Back to the preset as it was written. */
function RestorePreset() {
  const preset = usePage((state) => state.preset);
  const isChanged = usePage(
    (state) => effectOf(state.preset.experiment, state.experiment, catalogue) !== "none",
  );
  const { choosePreset } = useActions();
  if (!isChanged) return null;
  return (
    <Button kind="quiet" onClick={() => choosePreset(preset.id)}>
      Restore preset
    </Button>
  );
}

/** The address is the link already; this only saves the way to the address bar. */
function CopyLink() {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    // The clipboard is missing on insecure hosts and refuses without permission.
    const written = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error());
    written.then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  return (
    <div className="header-link">
      <output className="header-outcome">
        {outcome === "copied" ? "Copied." : null}
        {outcome === "refused" ? "Copy it from the address bar." : null}
      </output>
      <Button kind="quiet" onClick={copy}>
        Copy link
      </Button>
    </div>
  );
}
