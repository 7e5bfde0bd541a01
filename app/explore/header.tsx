import { lazy, Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../../components/controls/button.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { effectOf } from "../session/effect-of.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { THEMES } from "../store/view-slice.ts";
import type { Theme } from "../store/view-slice.ts";
import { TakeHomeButton } from "../take-home/take-home-button.tsx";

const OPTIONS = catalogue.presets.map(({ id, question }) => ({ value: id, label: question }));

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: "auto",
  light: "light",
  dark: "dark",
};

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
      <div className="header-tools">
        <RestorePreset />
        <a className="header-way" href="./lessons.html">
          Lessons
        </a>
        <TakeHomeButton />
        <Share />
        <ThemeChoice />
      </div>
    </header>
  );
}

/** Paper by day, and by night. */
function ThemeChoice() {
  const theme = usePage((state) => state.theme);
  const { setView } = useActions();
  return (
    <Choice
      id="theme"
      label="Theme"
      options={THEMES.map((value) => ({ value, label: THEME_WORDS[value] }))}
      value={theme}
      onChange={(value) => setView({ theme: THEMES.find((known) => known === value) ?? "auto" })}
    />
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

const ShareDialog = lazy(async () => {
  const { ShareDialog: dialog } = await import("../share/share-dialog.tsx");
  return { default: dialog };
});

/** The address is the link already; here it is copied, shown to a telephone, and made a figure of. */
function Share() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="header-link">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Share
      </Button>
      {/* A dialog has a head of its own, and one banner may not hold another. */}
      {isOpen
        ? createPortal(
            <Suspense>
              <ShareDialog onClose={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </div>
  );
}
