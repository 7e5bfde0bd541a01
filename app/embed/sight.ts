/** As much of a document as `Sight` needs, and what watches where the page lies. */
export interface View {
  readonly isTabHidden: () => boolean;
  /** Calls when the tab is hidden or shown; returns a function that stops. */
  readonly onTab: (changed: () => void) => () => void;
  /** Calls when the page comes on the screen or leaves it, and once to begin with; returns a function that stops. */
  readonly onScreen: (changed: (isOnScreen: boolean) => void) => () => void;
}

/** Whether anybody can see this page: its tab is in front, and it is on the screen. Unseen until the browser has said so. */
export class Sight {
  #isSeen = false;
  #isOnScreen = false;
  readonly #listeners = new Set<(isSeen: boolean) => void>();
  readonly #stops: readonly (() => void)[];

  constructor(view: View) {
    const look = (): void => {
      const isSeen = this.#isOnScreen && !view.isTabHidden();
      if (isSeen === this.#isSeen) return;
      this.#isSeen = isSeen;
      for (const listener of this.#listeners) listener(isSeen);
    };
    this.#stops = [
      view.onTab(look),
      view.onScreen((isOnScreen) => {
        this.#isOnScreen = isOnScreen;
        look();
      }),
    ];
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  onChange(listener: (isSeen: boolean) => void): void {
    this.#listeners.add(listener);
  }

  end(): void {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }
}

/** The view of a page in a frame: browsers measure against the screen, through every frame in between. */
export function viewOf(page: Document): View {
  return {
    isTabHidden: () => page.visibilityState === "hidden",
    onTab(changed) {
      page.addEventListener("visibilitychange", changed);
      return () => page.removeEventListener("visibilitychange", changed);
    },
    onScreen(changed) {
      const observer = new IntersectionObserver((entries) => {
        const last = entries.at(-1);
        if (last) changed(last.isIntersecting);
      });
      observer.observe(page.documentElement);
      return () => observer.disconnect();
    },
  };
}
