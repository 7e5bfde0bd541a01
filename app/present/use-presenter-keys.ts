import { useEffect } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { useActions } from "../store/hooks.ts";
import { presenterKey } from "./scenes.ts";

const TYPED_INTO = "input, select, textarea, [contenteditable], dialog";

/** The presenter's keys, unless they are typed into something. */
export function usePresenterKeys(darken: () => void): void {
  const { choosePreset } = useActions();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
      const asked = presenterKey(event.key, catalogue.presets);
      if (!asked) return;
      event.preventDefault();
      if (asked.kind === "dark") darken();
      else choosePreset(asked.preset.id);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [choosePreset, darken]);
}
