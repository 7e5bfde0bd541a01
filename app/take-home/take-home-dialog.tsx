import { Dialog } from "../../components/frame/dialog.tsx";
import { CiteSection } from "./cite-section.tsx";
import { ExperimentSection } from "./experiment-section.tsx";
import { OpenSection } from "./open-section.tsx";
import { PyTorchSection } from "./pytorch-section.tsx";
import { RunSection } from "./run-section.tsx";
import { SeriesSection } from "./series-section.tsx";
import "./take-home.css";

/** What can be taken away from this page, and how it comes back. */
export function TakeHomeDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Take home" onClose={onClose}>
      <p className="take-home-words">
        Every file is written here, on your machine. What is saved opens again on this page: choose
        it below, or drop it anywhere. Each chart also has “Save” at its corner, for SVG, PNG and
        CSV.
      </p>
      <ExperimentSection />
      <RunSection />
      <SeriesSection />
      <PyTorchSection />
      <CiteSection />
      <OpenSection onClose={onClose} />
    </Dialog>
  );
}
