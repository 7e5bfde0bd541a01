import { lazy, Suspense } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Dialog } from "../../components/frame/dialog.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { methodFits } from "./method-fits.ts";
import { useLooks } from "./use-looks.ts";

// Read by the curious, so it comes when it is asked for.
const MethodCard = lazy(async () => {
  const { MethodCard: card } = await import("../../components/method/method-card.tsx");
  return { default: card };
});

/** The card of one normaliser, laid over the page while the address names one. */
export function MethodDialog() {
  const id = usePage((state) => state.method);
  const experiment = usePage((state) => state.experiment);
  const looks = useLooks();
  const { setView } = useActions();
  if (id === null) return null;
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
      <Suspense fallback={<p>One moment.</p>}>
        <MethodCard
          method={method}
          fits={methodFits(method, experiment, catalogue)}
          style={looks[position]?.style}
        />
      </Suspense>
    </Dialog>
  );
}

/** The cards before and after, in the order of the menu. */
function Neighbours({ id }: { readonly id: string }) {
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
