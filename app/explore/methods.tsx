import { MethodCube } from "../../components/method/method-cube.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useActions, usePage } from "../store/hooks.ts";
import "./methods.css";

/** Every method there is, each as its picture and its name: small multiples of what it measures over. */
export function Methods() {
  const lanes = usePage((state) => state.experiment.lanes);
  const layout = usePage(({ experiment: { tasks } }) => {
    const [task] = tasks;
    if (!task) return "sequence";
    const model = entry(catalogue.models, task.model.id);
    return model.traits(task.model.params).layout;
  });
  const looks = useLooks();
  const { setView } = useActions();
  return (
    <section className="methods" aria-labelledby="methods-title">
      <h2 id="methods-title">All methods</h2>
      <p>
        {layout === "image"
          ? "A block is a batch of pictures: its positions downwards, its channels to the left, its pictures to the right."
          : "A block is a batch of text: its tokens downwards, its channels to the left, its sequences to the right."}{" "}
        Filled are the cells that share one statistic.
      </p>
      <ul>
        {catalogue.normalisers.map((method) => {
          const look = looks[lanes.findIndex(({ normaliser }) => normaliser.id === method.id)];
          return (
            <li key={method.id}>
              <button
                type="button"
                className="methods-item"
                aria-haspopup="dialog"
                onClick={() => setView({ method: method.id })}
                style={look ? { color: `var(${look.style.cssVariable})` } : undefined}
              >
                <MethodCube method={method} layout={layout} isSmall />
                <b>{method.label}</b>
                <span className="methods-name">{method.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
