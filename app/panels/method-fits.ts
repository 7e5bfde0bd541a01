import type { MethodFit } from "../../components/method/method-card.tsx";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { seesFuture } from "../../sim/contract/future.ts";
import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { initialValues } from "../../sim/contract/params.ts";

/** Where a method can stand: in every model there is, as it is set on the page or else as it comes. */
export function methodFits(
  method: Pick<NormaliserDefinition, "suits" | "axes" | "looksAtBatch">,
  { tasks }: Pick<Experiment, "tasks">,
  { models }: Pick<Catalogue, "models">,
): readonly MethodFit[] {
  const fits = models.map((model): MethodFit => {
    const here = tasks.find((task) => task.model.id === model.id);
    const traits = model.traits(here?.model.params ?? initialValues(model.params));
    const suits = method.suits(traits);
    return {
      model: model.name,
      isHere: here !== undefined,
      reason: suits === true ? null : suits,
      sees: suits === true ? seesFuture(method, traits) : null,
    };
  });
  return fits.sort((a, b) => Number(b.isHere) - Number(a.isHere));
}
