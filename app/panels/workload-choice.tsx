import { Choice } from "../../components/controls/choice.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { useActions, usePage } from "../store/hooks.ts";

const OPTIONS = catalogue.workloads.map(({ id, name }) => ({ value: id, label: name }));

/** What a task is about. Another choice brings a model that can learn it. */
export function WorkloadChoice({ task }: { readonly task: number }) {
  const workload = usePage(({ experiment }) => experiment.tasks[task]?.workload.id ?? "");
  const { chooseWorkload } = useActions();
  return (
    <div className="workload-choice">
      <Choice
        id={`task-${task}-workload`}
        label="What is learnt"
        about="The task; it brings the network that can learn it."
        effect="restart"
        options={OPTIONS}
        value={workload}
        onChange={(id) => chooseWorkload(task, id)}
      />
    </div>
  );
}
