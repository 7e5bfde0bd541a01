import { Choice } from "../../components/controls/choice.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DEVICES } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Setting, SettingGroup } from "../../sim/contract/settings.ts";
import { SettingControl } from "../panels/setting-control.tsx";
import { useLooks } from "../panels/use-looks.ts";
import { isBatchSize, isLearningRate, useSettings } from "../panels/use-settings.ts";
import { WorkloadChoice } from "../panels/workload-choice.tsx";
import { useActions, usePage } from "../store/hooks.ts";

const GROUPS: readonly SettingGroup[] = ["run", "training", "workload", "model", "normaliser"];

const NAMES: Readonly<Record<SettingGroup, string>> = {
  run: "Run",
  training: "Training",
  workload: "Data",
  model: "Model",
  normaliser: "Normalisers",
};

/** Everything else that can be set, folded away until it is asked for. */
export function MoreSettings() {
  const experiment = usePage((state) => state.experiment);
  const settings = useSettings().filter((setting) => !isShownAlready(setting));
  return (
    <section className="more-settings" aria-label="More settings">
      <h2 className="control-heading">More</h2>
      {foldsOf(experiment, settings).map((fold) => (
        <SettingsFold key={fold.id} {...fold} />
      ))}
    </section>
  );
}

interface FoldProps {
  readonly id: string;
  readonly name: string;
  readonly group: SettingGroup;
  /** Of a task’s own settings, which task’s. */
  readonly task: number;
  readonly settings: readonly Setting[];
}

function SettingsFold({ name, group, task, settings }: Omit<FoldProps, "id">) {
  const looks = useLooks();
  return (
    <details className="settings-fold">
      <summary>{name}</summary>
      {group === "run" ? <DeviceChoice /> : null}
      {group === "workload" ? <WorkloadChoice task={task} /> : null}
      {settings.map((setting) => (
        <div key={setting.key}>
          {group === "normaliser" ? (
            <h3 className="settings-lane">{looks[setting.owner ?? 0]?.label}</h3>
          ) : null}
          <SettingControl setting={setting} />
        </div>
      ))}
    </details>
  );
}

function DeviceChoice() {
  const request = usePage((state) => state.deviceRequest);
  const { setDevice } = useActions();
  const requests = ["auto", ...DEVICES] as const;
  return (
    <Choice
      id="device"
      label="Device"
      about="Where the arithmetic happens; auto takes the fastest there is."
      effect="restart"
      options={requests.map((value) => ({ value, label: value }))}
      value={request}
      onChange={(value) => setDevice(requests.find((known) => known === value) ?? "auto")}
    />
  );
}

function isShownAlready(setting: Setting): boolean {
  return isBatchSize(setting) || isLearningRate(setting);
}

/** One fold a group; one a task where there are two tasks. All lanes share a fold. */
function foldsOf({ tasks }: Experiment, settings: readonly Setting[]): readonly FoldProps[] {
  return GROUPS.flatMap((group): readonly FoldProps[] => {
    const members = settings.filter((setting) => setting.group === group);
    if (members.length === 0) return [];
    const isOne = tasks.length === 1 || group === "run" || group === "normaliser";
    if (isOne) return [{ id: group, name: NAMES[group], group, task: 0, settings: members }];
    return tasks.map(({ workload }, owner) => ({
      id: `${group} ${owner}`,
      name: `${NAMES[group]}: ${entry(catalogue.workloads, workload.id).name}`,
      group,
      task: owner,
      settings: members.filter((setting) => setting.owner === owner),
    }));
  });
}
