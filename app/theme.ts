import type { Store } from "./store/store.ts";

/** As much of `document` as the ground needs. */
interface Ground {
  readonly documentElement: Pick<HTMLElement, "dataset">;
}

/** Keeps the page on the ground that was chosen: `tokens.css` and every canvas follow the attribute. Returns a way to let go. */
export function keepTheme(store: Store, { documentElement }: Ground): () => void {
  const follow = (): void => {
    const { theme } = store.getState();
    if (theme === "auto") delete documentElement.dataset["theme"];
    else documentElement.dataset["theme"] = theme;
  };
  follow();
  return store.subscribe((now, before) => {
    if (now.theme !== before.theme) follow();
  });
}
