import { useMemo, useState } from "react";
import { Button } from "../../components/controls/button.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { holdsAt } from "../../sim/contract/interventions.ts";
import type { Intervention } from "../../sim/contract/interventions.ts";
import { useReadout, useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { State } from "../store/store.ts";
import { InterventionOffers } from "./intervention-offers.tsx";
import { handsOf } from "./intervention-offer-words.ts";
import { doneWords, stepsWords } from "./intervention-words.ts";
import type { DataNames } from "./intervention-words.ts";
import "./interventions.css";

/** What can be done to a run while it goes on, what holds now, and what was done. */
export function InterventionsPanel() {
  const experiment = usePage((state) => state.experiment);
  const hands = useMemo(() => handsOf(experiment, catalogue), [experiment]);
  const { interventions } = experiment;
  // In words, so that a report that changes neither draws nothing.
  const holdingNow = useReadout(({ step, experiment: now }) =>
    namesOf(now.interventions.filter((one) => one.from < one.to && holdsAt(one, step + 1))),
  );
  const begun = useReadout(begunIn);
  const [opensWithThem] = useState(interventions.length > 0);
  const holding = interventions.filter((one) => holdingNow.split(" ").includes(keyOf(one)));
  return (
    <section className="try" aria-label="Try while it runs">
      <HoldingNow holding={holding} names={hands} />
      <details className="settings-fold" open={opensWithThem}>
        <summary>Try while it runs</summary>
        <p className="try-about">
          From the next step on, in all lanes. Each is marked on the time axis, and the link says
          when it was.
        </p>
        <InterventionOffers hands={hands} holding={new Set(holding.map(({ kind }) => kind))} />
        {interventions.length > 0 ? (
          <>
            <ul className="try-made" aria-label="Done in this run">
              {interventions.map((one) => (
                <Made
                  key={keyOf(one)}
                  one={one}
                  names={hands}
                  hasBegun={begun.split(" ").includes(keyOf(one))}
                />
              ))}
            </ul>
            <p className="try-about">To remove what has begun restarts the run without it.</p>
          </>
        ) : null}
      </details>
    </section>
  );
}

interface HoldingProps {
  readonly holding: readonly Intervention[];
  readonly names: DataNames;
}

/** Seen and said even where the fold is closed. */
function HoldingNow({ holding, names }: HoldingProps) {
  const { endIntervention } = useSession();
  return (
    <output className="try-now">
      {holding.map((one) => (
        <span key={keyOf(one)}>
          {capitalised(doneWords(one, names))} until step {one.to}.{" "}
          <Button kind="quiet" onClick={() => endIntervention(one)}>
            End now
            <span className="said"> {doneWords(one, names)}</span>
          </Button>
        </span>
      ))}
    </output>
  );
}

interface MadeProps {
  readonly one: Intervention;
  readonly names: DataNames;
  readonly hasBegun: boolean;
}

/** One that was done cannot be undone but in a run of its own; one that is still to come is simply taken out. */
function Made({ one, names, hasBegun }: MadeProps) {
  const { endIntervention, store } = useSession();
  const { setExperiment } = useActions();
  const takeOut = (): void => {
    const { experiment } = store.getState();
    const interventions = experiment.interventions.filter((other) => keyOf(other) !== keyOf(one));
    setExperiment({ ...experiment, interventions });
  };
  const words = `${doneWords(one, names)}, ${stepsWords(one)}`;
  return (
    <li>
      <span>{capitalised(words)}</span>
      <Button kind="quiet" onClick={hasBegun ? takeOut : () => endIntervention(one)}>
        Remove
        <span className="said">
          {" "}
          {words}
          {hasBegun ? ", and restart" : ""}
        </span>
      </Button>
    </li>
  );
}

/** Of one kind none begins where another does. */
function keyOf({ kind, from }: Intervention): string {
  return `${kind}@${from}`;
}

function namesOf(list: readonly Intervention[]): string {
  return list.map(keyOf).join(" ");
}

function begunIn({ step, experiment }: State): string {
  return namesOf(experiment.interventions.filter(({ from }) => from <= step));
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
