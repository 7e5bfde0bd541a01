import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { keepAddress } from "./address-bar.ts";
import type { Bar } from "./address-bar.ts";
import { createPageStore } from "./store.ts";
import { readAddress } from "./url.ts";

/** A tab's address and its history, without a tab. */
class FakeBar implements Bar {
  readonly visited: string[];
  #arrive: (() => void) | null = null;
  constructor(search: string) {
    this.visited = [search];
  }
  get location() {
    return { pathname: "/", search: this.visited.at(-1) ?? "" };
  }
  readonly history = {
    pushState: (_: unknown, __: string, url?: string | URL | null) =>
      void this.visited.push(this.#searchOf(url)),
    replaceState: (_: unknown, __: string, url?: string | URL | null) =>
      void this.visited.splice(-1, 1, this.#searchOf(url)),
  };
  addEventListener(_: "popstate", listener: () => void): void {
    this.#arrive = listener;
  }
  removeEventListener(): void {
    this.#arrive = null;
  }
  back(): void {
    this.visited.pop();
    this.#arrive?.();
  }
  #searchOf(url: string | URL | null | undefined): string {
    const text = String(url);
    return text.startsWith("?") ? text : "";
  }
}

function house(search = "") {
  const bar = new FakeBar(search);
  const store = createPageStore(catalogue, readAddress(search.slice(1), catalogue));
  keepAddress(store, catalogue, bar);
  return { bar, store, state: store.getState };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the address bar", () => {
  it("rewrites the address in place, once the hand rests", () => {
    const { bar, state } = house();
    state().setView({ scale: "log" });
    state().setView({ site: "first" });
    expect(bar.visited).toEqual([""]);
    vi.advanceTimersByTime(400);
    expect(bar.visited).toEqual(["?site=first&scale=log"]);
  });

  it("makes a page of its own for a preset, so that Back returns", () => {
    const { bar, state } = house();
    const other = catalogue.presets[1];
    if (!other) return;
    state().choosePreset(other.id);
    expect(bar.visited).toEqual(["", `?preset=${other.id}`]);
    bar.back();
    expect(state().preset).toBe(catalogue.presets[0]);
    vi.advanceTimersByTime(400);
    expect(bar.visited).toEqual([""]);
  });

  it("keeps what an embedding shows", () => {
    const { bar, state } = house("?panels=distance");
    state().setView({ scale: "log" });
    vi.advanceTimersByTime(400);
    expect(bar.visited).toEqual(["?scale=log&panels=distance"]);
  });
});
