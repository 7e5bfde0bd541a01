/** When a change takes hold: at the next step, or only in a new run. */
export type Effect = "live" | "restart";

interface Described {
  /** The word on the screen. */
  readonly label: string;
  /** One sentence: what it is and what turning it does. */
  readonly about: string;
  readonly effect: Effect;
}

export interface RangeParam extends Described {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
  /** The grid values lie on, counted from `min`; on a log scale it only says how a slider moves. */
  readonly step: number;
  readonly scale?: "linear" | "log";
  readonly unit?: string;
  readonly initial: number;
}

export interface ChoiceParam extends Described {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly initial: string;
}

export interface ToggleParam extends Described {
  readonly kind: "toggle";
  readonly initial: boolean;
}

export type ParamSpec = RangeParam | ChoiceParam | ToggleParam;
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValue = number | string | boolean;

export type ParamValues<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends ChoiceParam
    ? Specs[Name]["options"][number]
    : Specs[Name] extends RangeParam
      ? number
      : Specs[Name] extends ToggleParam
        ? boolean
        : ParamValue;
};

export function initialValues<Specs extends ParamSpecs>(specs: Specs): ParamValues<Specs> {
  const values = Object.entries(specs).map(([name, spec]) => [name, spec.initial] as const);
  // The entries come from `specs` itself, so the names and kinds agree.
  return Object.fromEntries(values) as ParamValues<Specs>;
}

export type ReadParam =
  | { readonly ok: true; readonly value: ParamValue; readonly complaint?: string }
  | { readonly ok: false; readonly complaint: string };

/**
 * Reads one value from outside. A number beyond the range is clamped and said; anything unreadable is refused with a
 * sentence that names the value and what was expected.
 */
export function readParam(name: string, spec: ParamSpec, raw: unknown): ReadParam {
  switch (spec.kind) {
    case "range":
      return readRange(name, spec, raw);
    case "choice":
      return typeof raw === "string" && spec.options.includes(raw)
        ? { ok: true, value: raw }
        : refuse(name, raw, `one of ${spec.options.join(", ")}`);
    case "toggle":
      if (raw === true || raw === "true" || raw === "1") return { ok: true, value: true };
      if (raw === false || raw === "false" || raw === "0") return { ok: true, value: false };
      return refuse(name, raw, "true or false");
  }
}

function readRange(name: string, spec: RangeParam, raw: unknown): ReadParam {
  const text = typeof raw === "string" ? raw.trim() : raw;
  const number = typeof text === "string" && text !== "" ? Number(text) : text;
  if (typeof number !== "number" || !Number.isFinite(number))
    return refuse(name, raw, `a number from ${spec.min} to ${spec.max}`);
  const clamped = Math.min(spec.max, Math.max(spec.min, number));
  const value = spec.scale === "log" ? clamped : onGrid(spec, clamped);
  if (clamped !== number)
    return {
      ok: true,
      value,
      complaint: `${name}=${number} is outside ${spec.min} to ${spec.max}; used ${value}.`,
    };
  return { ok: true, value };
}

/** The nearest value of the grid, without the dust of floating point. */
function onGrid(spec: RangeParam, value: number): number {
  const snapped = spec.min + Math.round((value - spec.min) / spec.step) * spec.step;
  return Math.min(spec.max, Number(snapped.toPrecision(12)));
}

function refuse(name: string, raw: unknown, expected: string): ReadParam {
  return { ok: false, complaint: `${name}=${String(raw)} was ignored: expected ${expected}.` };
}
