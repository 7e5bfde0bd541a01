import type { PartName } from "../panels/part.tsx";
import type { Theme } from "../store/view-slice.ts";
import { CONTROLS, PANELS, USUAL_CONTROLS, USUAL_PANELS } from "../embed/parts.ts";
import type { PanelName } from "../embed/parts.ts";

/** The link to an experiment. A preset as it was written has a page of its own, whose title other sites can show. */
export function linkTo(query: string, preset: string, site: string): string {
  if (query === "" || query === `preset=${preset}`) return `${site}preset/${preset}.html`;
  return `${site}?${query}`;
}

/** How a control of an embedding is to be had. */
export const MANNERS = ["shown", "locked", "left out"] as const;
export type Manner = (typeof MANNERS)[number];

/** What an embedding is to be like, as it is put together in the panel. */
export interface Plan {
  readonly panels: readonly PanelName[];
  readonly controls: Readonly<Record<PartName, Manner>>;
  readonly theme: Theme;
  readonly isTransparent: boolean;
  /** In CSS pixels; null for what the panels need at the width of a text. */
  readonly height: number | null;
}

const FIRST_CONTROLS: readonly PartName[] = ["play", "step", "reset"];

/** One picture and three buttons: what most want in a text. */
export const FIRST_PLAN: Plan = {
  panels: ["distance"],
  controls: mannersOf((name) => (FIRST_CONTROLS.includes(name) ? "shown" : "left out")),
  theme: "auto",
  isTransparent: false,
  height: null,
};

function mannersOf(mannerOf: (name: PartName) => Manner): Record<PartName, Manner> {
  const entries = CONTROLS.map((name) => [name, mannerOf(name)] as const);
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(entries) as Record<PartName, Manner>;
}

/**
 * The address of an embedding. `site` is the page’s folder and `query` the experiment’s; a file’s name, because a host
 * without rewriting knows no other.
 */
export function embedAddress(plan: Plan, query: string, site: string): string {
  const named = (manner: Manner) => CONTROLS.filter((name) => plan.controls[name] === manner);
  const panels = PANELS.filter((name) => plan.panels.includes(name));
  const words = [
    query,
    keyFor("panels", panels.join(","), USUAL_PANELS),
    keyFor("controls", named("shown").join(","), USUAL_CONTROLS),
    keyFor("locked", named("locked").join(","), ""),
    keyFor("theme", plan.theme, "auto"),
    keyFor("background", plan.isTransparent ? "transparent" : "", ""),
  ].filter((word) => word !== "");
  return `${site}embed.html${words.length === 0 ? "" : `?${words.join("&")}`}`;
}

function keyFor(key: string, value: string, usual: string): string {
  return value === usual ? "" : `${key}=${value}`;
}

/** What each panel takes at 720 pixels, about; `embed.js` fits it on the page. */
const HEIGHTS: Readonly<Record<PanelName, number>> = {
  distance: 430,
  loss: 300,
  score: 300,
  gap: 340,
  translations: 420,
  method: 360,
  figure: 420,
  "own-data": 260,
};
const TRANSPORT_HEIGHT = 70;
const SETTINGS_HEIGHT = 260;
const SETTINGS: readonly PartName[] = ["task", "lanes", "batch", "rate", "seed"];

export function usualHeight({ panels, controls }: Plan): number {
  const isAbreast = panels.includes("loss") && panels.includes("score");
  const heights = panels.map((name) => (isAbreast && name === "score" ? 0 : HEIGHTS[name]));
  const hasSettings = SETTINGS.some((name) => controls[name] !== "left out");
  const sum = heights.reduce((total, height) => total + height, 0);
  return TRANSPORT_HEIGHT + (hasSettings ? SETTINGS_HEIGHT : 0) + sum;
}

/** The frame as it is pasted into a page. */
export function snippetOf(plan: Plan, address: string, title: string): string {
  const height = plan.height ?? usualHeight(plan);
  const scheme = plan.theme === "auto" ? "" : `; color-scheme: ${plan.theme}`;
  return `<iframe
  src="${escaped(address)}"
  title="${escaped(title)}"
  width="100%"
  height="${height}"
  style="border: 0${scheme}"
  loading="lazy"
  allow="fullscreen; clipboard-write"
></iframe>`;
}

/** A second line that fits every frame of the page to its content. */
export function fittingScript(site: string): string {
  return `<script src="${escaped(site)}embed.js"></script>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
