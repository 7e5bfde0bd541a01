import { useMemo } from "react";
import { Slider } from "../../components/controls/slider.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import { lookAt, placeWords } from "../../sim/dissection/look.ts";
import type { Look } from "../../sim/dissection/look.ts";
import { rowNumber } from "../../sim/dissection/number-tables.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { AllNumbers } from "./all-numbers.tsx";
import type { DeskState } from "./dissection-desk.ts";
import { Stages } from "./stages.tsx";

type Open = Extract<DeskState, { phase: "open" }>;

/** A step that has been taken apart, seen from one channel and one row. */
export function Walk({ state }: { readonly state: Open }) {
  const { subject, dissection } = state;
  const channel = usePage((page) => page.channel);
  const row = usePage((page) => page.row);
  const look = useMemo(() => lookAt(dissection, channel - 1, row - 1), [dissection, channel, row]);
  const looks = useLooks();
  const own = looks[subject.lanes.findIndex(({ id }) => id === subject.lane)];
  const method = entry(catalogue.normalisers, dissection.normaliser);
  return (
    <>
      <p className="dissect-subject">
        <b style={own ? { color: `var(${own.style.cssVariable})` } : undefined}>
          {own?.label ?? method.label}
        </b>{" "}
        at {subject.site}, step {formatInteger(subject.step)}: {formatInteger(look.rows.length)}{" "}
        real rows of {formatInteger(look.channels)} channels, computed once more on{" "}
        {DEVICE_WORDS[dissection.device]}.
      </p>
      <Pickers look={look} />
      <Stages
        look={look}
        label={method.label}
        subject={subject}
        colour={own?.style.cssVariable ?? "--lane-bn"}
      />
      <AllNumbers look={look} label={method.label} />
    </>
  );
}

/** Which channel and which row are followed. */
function Pickers({ look }: { readonly look: Look }) {
  const { setView } = useActions();
  return (
    <div className="dissect-pickers">
      <Slider
        id="dissect-channel"
        label="Channel"
        min={1}
        max={look.channels}
        step={1}
        value={look.channel + 1}
        onChange={(channel) => setView({ channel })}
      />
      <Slider
        id="dissect-row"
        label="Row"
        about={`The row that is followed through the layer: now ${placeWords(look, look.position)}.`}
        min={1}
        max={look.rows.length}
        step={1}
        value={rowNumber(look)}
        onChange={(row) => setView({ row })}
      />
    </div>
  );
}
