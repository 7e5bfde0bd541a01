import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { CELL, CELLS, CUBE_AXES, CUBE_SIZE, cubeCells } from "./cube-layout.ts";
import type { CubeCell, Layout } from "./cube-layout.ts";
import { EDGE_WORDS, pooledSentence } from "./pooled-sentence.ts";
import "./method-cube.css";

export interface MethodCubeProps {
  readonly method: Pick<NormaliserDefinition, "axes" | "pools">;
  readonly layout: Layout;
  /** Small: without the names of the edges, and left to the words beside it. */
  readonly isSmall?: boolean;
}

/**
 * A batch of activations as a block, the cells filled that share one statistic: the picture that Wu and He (2018) made of
 * Batch, Layer, Instance and Group Normalisation.
 */
export function MethodCube({ method, layout, isSmall = false }: MethodCubeProps) {
  const cells = cubeCells(method.axes, layout);
  const { width, height } = CUBE_SIZE;
  const margin = isSmall ? { side: 1, bottom: 1 } : { side: 14, bottom: 12 };
  const box = [-margin.side, -1, width + 2 * margin.side, height + margin.bottom + 1];
  return (
    <svg
      className={isSmall ? "method-cube method-cube-small" : "method-cube"}
      viewBox={box.join(" ")}
      {...(isSmall
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": pooledSentence(method, layout) })}
    >
      {CUBE_AXES.map((face) => (
        <g key={face} className={`method-cube-face method-cube-${face}`}>
          <path d={outline(cells, face, false)} />
          <path className="method-cube-shared" d={outline(cells, face, true)} />
        </g>
      ))}
      {isSmall ? null : <EdgeNames layout={layout} />}
    </svg>
  );
}

/** All plain or all shared squares of a face as one path. */
function outline(cells: readonly CubeCell[], face: CubeCell["face"], isShared: boolean): string {
  return cells
    .filter((cell) => cell.face === face && cell.isShared === isShared)
    .map(({ corners }) => `M${corners.map((point) => point.map(rounded).join(",")).join("L")}Z`)
    .join("");
}

/** Along the lower edges and the left one, where nothing is drawn. */
function EdgeNames({ layout }: Pick<MethodCubeProps, "layout">) {
  const words = EDGE_WORDS[layout];
  const { width, height } = CUBE_SIZE;
  const left = (CELLS.channel / (CELLS.channel + CELLS.batch)) * width;
  const fall = (CELLS.channel * CELL) / 2;
  const rise = (CELLS.batch * CELL) / 2;
  const side = height - fall - (CELLS.position * CELL) / 2;
  return (
    <g className="method-cube-names" aria-hidden="true">
      <text transform={`translate(${left / 2 - 3},${height - fall / 2 + 9}) rotate(30)`}>
        {words.channel.all}
      </text>
      <text transform={`translate(${(left + width) / 2 + 3},${height - rise / 2 + 9}) rotate(-30)`}>
        {words.batch.all}
      </text>
      <text transform={`translate(-5,${side}) rotate(-90)`}>{words.position.all}</text>
    </g>
  );
}

function rounded(length: number): string {
  return length.toFixed(1);
}
