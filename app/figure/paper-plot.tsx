import { useMemo } from "react";
import { BoxPlot } from "../../components/charts/box-plot.tsx";
import type { ScaleName } from "../../components/charts/shared-domain.ts";
import { laneStyle } from "../../components/theme/lane-styles.ts";
import type { BoxView } from "../store/view-slice.ts";
import { paperBoxes } from "./paper-boxes.ts";

interface PaperPlotProps {
  readonly metric: string;
  readonly groups: readonly string[];
  readonly scale: ScaleName;
  readonly height: number;
}

/** The paper's own boxes on an axis of their own; nothing where it has none by this metric. */
export function PaperPlot({ metric, groups, scale, height }: PaperPlotProps) {
  const series = useMemo(() => {
    const boxes = paperBoxes(metric);
    if (!boxes) return null;
    const symbols = metric === "distance" ? ["σ²", "ψ²"] : ["g of σ²", "g of ψ²"];
    return [
      { id: "batch-norm", label: `BN ${symbols[0]}`, boxes: boxes.bn },
      { id: "power-norm-v", label: `PN-V ${symbols[1]}`, boxes: boxes.pnV },
    ].map((lane) => ({ ...lane, style: laneStyle(lane.id, 0) }));
  }, [metric]);
  if (!series) return null;
  return (
    <BoxPlot
      title="The paper’s own boxes"
      summary="What Shen et al. (2020) measured, read off their figure: BN and PN-V in a Transformer on IWSLT14."
      yLabel="in the paper’s units"
      groups={groups}
      series={series}
      scale={scale}
      height={height}
      recorded
    />
  );
}

/** What may be compared with the paper, and what may not. */
export function PaperWords({ view, metric }: { readonly view: BoxView; readonly metric: string }) {
  if (view === "lanes") return null;
  const paper = <a href="https://arxiv.org/abs/2003.07845">Shen et al., 2020</a>;
  if (view === "resnet-transformer")
    return (
      <p className="figure-words">
        {paper} draw this pair at the first norm, over a ResNet-20 on CIFAR-10 and a Transformer on
        IWSLT14. Their numbers could not be read off, so none are shown. Their widths, scales and
        data are not these: compare which of the two strays, not by how much.
      </p>
    );
  if (!paperBoxes(metric))
    return (
      <p className="figure-words">
        {paper} draw this pair by “Distance, as in the paper” and “Gradient statistics, size”; by
        this metric there is nothing of theirs to set beside it.
      </p>
    );
  return (
    <p className="figure-words">
      Recorded, not computed here: the boxes on warmer ground were read off the figures of {paper}.
      Of their outliers only the largest is known. Their Transformer is wider (d = 512), its scale
      and its data (IWSLT14) are different: compare the shapes, and which of the two is larger, not
      the heights.
    </p>
  );
}
