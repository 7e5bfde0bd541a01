/**
 * What a waterfall shows of one lane, in as many columns and bands as there are pixels for. Where several steps share a
 * column, or several channels a band, the largest deviation of them is kept with its sign, so that no spike is lost.
 */
export class DeviationGrid {
  readonly columns: number;
  readonly bands: number;
  /** Band by band, [bands × columns]; not a number where nothing has come. */
  readonly values: Float32Array;
  readonly #channels: number;

  constructor(columns: number, channels: number, mostBands: number) {
    this.columns = columns;
    this.bands = Math.min(channels, mostBands);
    this.values = new Float32Array(columns * this.bands).fill(Number.NaN);
    this.#channels = channels;
  }

  /** Takes in a step, [channels], that lies in a column. */
  take(column: number, deviations: ArrayLike<number>): void {
    const { columns, bands, values } = this;
    for (let channel = 0; channel < this.#channels; channel++) {
      const band = Math.floor((channel * bands) / this.#channels);
      const at = band * columns + column;
      const value = deviations[channel] as number;
      const held = values[at] as number;
      if (Number.isNaN(held) || Math.abs(value) > Math.abs(held)) values[at] = value;
    }
  }
}
