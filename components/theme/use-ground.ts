import { useSyncExternalStore } from "react";

export type Ground = "light" | "dark";

/** The ground in use, for a canvas, which cannot read custom properties by itself. */
export function useGround(): Ground {
  return useSyncExternalStore(subscribe, groundInUse, () => "light");
}

const DARK = "(prefers-color-scheme: dark)";

function groundInUse(): Ground {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia(DARK).matches ? "dark" : "light";
}

function subscribe(changed: () => void): () => void {
  const system = matchMedia(DARK);
  const choice = new MutationObserver(changed);
  system.addEventListener("change", changed);
  choice.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", changed);
    choice.disconnect();
  };
}
