import { Button } from "../../components/controls/button.tsx";
import { Dialog } from "../../components/frame/dialog.tsx";
import { MethodCard } from "../../components/method/method-card.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { methodFits } from "./method-fits.ts";
import { useLooks } from "./use-looks.ts";

interface OpenMethodProps {
  /** Of the normaliser whose card it is. */
  readonly id: string;
}

/** The card of one normaliser, laid over the page. */
export function OpenMethod({ id }: OpenMethodProps) {
  const experiment = usePage((state) => state.experiment);
  const looks = useLooks();
  const { setView } = useActions();
  const method = entry(catalogue.normalisers, id);
  const position = experiment.lanes.findIndex(({ normaliser }) => normaliser.id === id);
  return (
    <Dialog
      title={
        <>
          <b>{method.label}</b> {method.name === method.label ? null : method.name}
        </>
      }
      onClose={() => setView({ method: null })}
      actions={<Neighbours id={id} />}
    >
      <MethodCard
        method={method}
        fits={methodFits(method, experiment, catalogue)}
        style={looks[position]?.style}
      />
    </Dialog>
  );
}

/** The cards before and after, in the order of the menu. */
function Neighbours({ id }: OpenMethodProps) {
  const { setView } = useActions();
  const { normalisers } = catalogue;
  const place = normalisers.findIndex((method) => method.id === id);
  const [before, after] = [
    normalisers.at(place - 1),
    normalisers[(place + 1) % normalisers.length],
  ];
  if (!before || !after || normalisers.length < 2) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setView({ method: before.id })}>
        ← {before.label}
      </Button>
      <Button kind="quiet" onClick={() => setView({ method: after.id })}>
        {after.label} →
      </Button>
    </>
  );
}
