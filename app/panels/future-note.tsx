import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { seesFuture } from "../../sim/contract/future.ts";
import { usePage } from "../store/hooks.ts";
import { futureWords } from "./future-words.ts";
import { useLooks } from "./use-looks.ts";

/** Where a model must not look ahead, which lanes do all the same; nothing elsewhere. */
export function FutureNote() {
  const { lanes, tasks } = usePage((state) => state.experiment);
  const looks = useLooks();
  const seeing = lanes.flatMap(({ task, normaliser }, position) => {
    const model = tasks[task]?.model;
    if (!model) return [];
    const traits = entry(catalogue.models, model.id).traits(model.params);
    const when = seesFuture(entry(catalogue.normalisers, normaliser.id), traits);
    return when === null ? [] : [{ label: looks[position]?.label ?? normaliser.id, when }];
  });
  const words = futureWords(seeing);
  return words === null ? null : <p className="future-note">{words}</p>;
}
