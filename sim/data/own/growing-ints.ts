/** A list of whole numbers that takes four bytes each, however long it grows. */
export class GrowingInts {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(2 * this.#length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  add(index: number, value: number): void {
    this.#values[index] = (this.#values[index] ?? 0) + value;
  }

  /** A copy, just long enough. */
  values(): Int32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#length);
  }
}
