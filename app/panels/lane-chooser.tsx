import { LaneToggles } from "../../components/controls/lane-toggles.tsx";
import { POOLING_NAMES } from "../../components/method/method-words.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { NormaliserDefinition, Pooling } from "../../sim/contract/normaliser.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { laneChoices } from "./lane-choices.ts";
import { useLooks } from "./use-looks.ts";

/** As many as are seen without opening anything: the four of the paper, and what they are measured against. */
const FIRST = catalogue.normalisers.slice(0, 6);
const MORE = catalogue.normalisers.slice(6);
const POOLINGS = Object.keys(POOLING_NAMES) as readonly Pooling[];

interface ChooserProps {
  readonly task: number;
}

/** Which normalisers take part in a task: every one there is, and why not, where it cannot. */
export function LaneChooser({ task }: ChooserProps) {
  const isFull = usePage(({ experiment }) => experiment.lanes.length >= MOST_LANES);
  return (
    <div className="lane-chooser">
      <Choices label="Normalisers (restarts)" task={task} normalisers={FIRST} />
      {isFull ? (
        <p className="lane-chooser-full">Four at most: take one out to add another.</p>
      ) : null}
      {MORE.length > 0 ? <MoreMethods task={task} /> : null}
    </div>
  );
}

/** The rest, by what their statistic is taken over. What of it takes part is said while it is folded. */
function MoreMethods({ task }: ChooserProps) {
  const experiment = usePage((state) => state.experiment);
  const looks = useLooks();
  const chosen = laneChoices({ experiment, looks, task, normalisers: MORE }).filter(
    ({ isOn }) => isOn,
  );
  return (
    <details className="more-methods">
      <summary>
        More methods
        {chosen.map(({ id, label, style }) => (
          <b key={id} style={style ? { color: `var(${style.cssVariable})` } : undefined}>
            {" "}
            {label}
          </b>
        ))}
      </summary>
      {POOLINGS.map((pooling) => {
        const members = MORE.filter(({ pools }) => pools === pooling);
        return members.length === 0 ? null : (
          <Choices key={pooling} label={POOLING_NAMES[pooling]} task={task} normalisers={members} />
        );
      })}
    </details>
  );
}

interface ChoicesProps extends ChooserProps {
  readonly label: string;
  readonly normalisers: readonly NormaliserDefinition[];
}

function Choices({ label, task, normalisers }: ChoicesProps) {
  const experiment = usePage((state) => state.experiment);
  const looks = useLooks();
  const { addLane, removeLane, setView } = useActions();
  const lanes = laneChoices({ experiment, looks, task, normalisers });
  return (
    <LaneToggles
      label={label}
      isColumn
      lanes={lanes.map(({ method, ...lane }) => ({
        ...lane,
        about: { name: method.name, onOpen: () => setView({ method: method.id }) },
      }))}
      onToggle={(id, isOn) => {
        if (isOn) addLane(task, id);
        else removeLane(Number(id));
      }}
    />
  );
}
