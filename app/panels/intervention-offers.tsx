import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../components/controls/button.tsx";
import { NumberInput } from "../../components/controls/number-input.tsx";
import type { RangeParam } from "../../sim/contract/params.ts";
import {
  INTERVENTION_KINDS,
  LEAST_TIMES,
  MOST_ROOM,
  MOST_TIMES,
} from "../../sim/contract/interventions.ts";
import type { Intervention, InterventionKind } from "../../sim/contract/interventions.ts";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import { aboutWords, verbFor, whyNot } from "./intervention-offer-words.ts";
import type { Hands } from "./intervention-offer-words.ts";
import { useLooks } from "./use-looks.ts";

/** So small a part of its room a batch is shrunk to, if nothing else is said. */
const SHARE = 8;

const STEPS: RangeParam = spec("Steps", 1, 5000, 50);
const TIMES: RangeParam = spec("Factor", LEAST_TIMES, MOST_TIMES, 10);

function spec(label: string, min: number, max: number, initial: number): RangeParam {
  return { kind: "range", label, about: "", effect: "live", min, max, step: 1, initial };
}

interface OffersProps {
  readonly hands: Hands;
  /** What holds now: of each kind one at a time. */
  readonly holding: ReadonlySet<InterventionKind>;
}

/** What can be done to a run while it goes on: a button each, with its number where it has one. */
export function InterventionOffers({ hands, holding }: OffersProps) {
  const { intervene } = useSession();
  const phase = usePage((state) => state.phase);
  const made = usePage((state) => state.experiment.interventions.length);
  const labels = useLooks().map(({ label }) => label);
  const [steps, setSteps] = useState(STEPS.initial);
  const [times, setTimes] = useState(TIMES.initial);
  const [room, setRoom] = useState(() => Math.max(1, Math.round(hands.room / SHARE)));
  const fields: Partial<Record<InterventionKind, ReactNode>> = {
    outlier: <Count before="×" spec={TIMES} value={times} onChange={setTimes} />,
    shrink: (
      <Count
        before="to"
        after={hands.items}
        spec={spec("Room", 1, MOST_ROOM, 16)}
        value={room}
        onChange={setRoom}
      />
    ),
  };
  const offer = (kind: InterventionKind): ReactNode => {
    const reason = holding.has(kind)
      ? "It holds already."
      : whyNot(kind, hands, { phase, room, made });
    return (
      <li key={kind}>
        <div className="try-head">
          <Button
            onClick={() => intervene(wanted(kind, { steps, times, room }))}
            disabledReason={reason ?? undefined}
          >
            {verbFor(kind, hands)}
          </Button>
          {fields[kind]}
        </div>
        <p className="try-about">{reason ?? aboutWords(kind, hands, labels)}</p>
      </li>
    );
  };
  return (
    <ul className="try-offers">
      {offer("outlier")}
      <li>
        <Count before="For" after="steps:" spec={STEPS} value={steps} onChange={setSteps} />
      </li>
      {INTERVENTION_KINDS.filter((kind) => kind !== "outlier").map(offer)}
    </ul>
  );
}

/** From whichever step is the next when the worker hears of it. */
function wanted(
  kind: InterventionKind,
  { steps, times, room }: Readonly<Record<"steps" | "times" | "room", number>>,
): Intervention {
  const stretch = { from: 1, to: steps };
  if (kind === "outlier") return { kind, from: 1, to: 1, times };
  return kind === "shrink" ? { kind, ...stretch, room } : { kind, ...stretch };
}

interface CountProps {
  readonly before: string;
  readonly after?: string;
  readonly spec: RangeParam;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number in the middle of a phrase, which is its label. */
function Count({ before, after = "", spec: range, value, onChange }: CountProps) {
  const id = useId();
  const [complaint, setComplaint] = useState<string | null>(null);
  return (
    <span className="try-count">
      <label htmlFor={id}>
        {before}
        <span className="said"> {range.label}</span>
      </label>
      <NumberInput
        id={id}
        spec={range}
        value={value}
        onChange={onChange}
        onComplaint={setComplaint}
      />
      {after}
      <output className="try-complaint" htmlFor={id}>
        {complaint}
      </output>
    </span>
  );
}
