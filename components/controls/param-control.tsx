import type { ParamSpec, ParamValue, RangeParam } from "../../sim/contract/params.ts";
import { Choice } from "./choice.tsx";
import { NumberField } from "./number-field.tsx";
import { Slider } from "./slider.tsx";
import { Toggle } from "./toggle.tsx";

export interface ParamControlProps {
  /** Unique on the page. */
  readonly id: string;
  readonly spec: ParamSpec;
  readonly value: ParamValue;
  readonly onChange: (value: ParamValue) => void;
  readonly disabledReason?: string | undefined;
}

/** The control of any parameter, from its spec alone. */
export function ParamControl({ id, spec, value, onChange, disabledReason }: ParamControlProps) {
  const { label, about, effect } = spec;
  const field = { id, label, about, effect, disabledReason, onChange };
  switch (spec.kind) {
    case "range": {
      const number = typeof value === "number" ? value : spec.initial;
      if (isTypedOnly(spec))
        return <NumberField {...{ id, spec, onChange, disabledReason }} value={number} />;
      const { min, max, step, scale, unit } = spec;
      return <Slider {...field} {...{ min, max, step, scale, unit }} value={number} />;
    }
    case "choice": {
      const options = spec.options.map((option) => ({ value: option, label: option }));
      return <Choice {...field} options={options} value={String(value)} />;
    }
    case "toggle":
      return <Toggle {...field} value={value === true} />;
  }
}

/** More places than a hand can find on a slider. */
const MOST_PLACES = 20_000;

function isTypedOnly({ min, max, step, scale }: RangeParam): boolean {
  return scale !== "log" && (max - min) / step >= MOST_PLACES;
}
