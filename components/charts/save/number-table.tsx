import { counted } from "../../prose/format.ts";
import { Dialog } from "../../frame/dialog.tsx";
import { numberRows } from "./number-rows.ts";
import type { SavedChart } from "./saved-chart.ts";
import "./number-table.css";

interface NumberTableProps {
  readonly chart: SavedChart;
  readonly onClose: () => void;
}

/** A chart to be read row by row: as it stood when it was asked for. */
export function NumberTable({ chart, onClose }: NumberTableProps) {
  const { heads, rows, all } = numberRows(chart);
  const [corner, ...columns] = heads;
  return (
    <Dialog title={chart.title} onClose={onClose}>
      <p className="number-table-about">
        {chart.summary} In {chart.yLabel}.{" "}
        {all > rows.length
          ? `${rows.length} of ${counted(all, "row")}, evenly chosen; the CSV has all.`
          : null}
      </p>
      {/* A wide table scrolls, by keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="number-table" aria-label={chart.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ head, cells }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((cell, column) => (
                  <td key={columns[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
