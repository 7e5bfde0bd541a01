/**
 * Work that goes on while the next is begun: at most `most` pieces under way, their results handed on in the order in
 * which they were begun. The first failure stops the handing on, and is thrown where someone waits.
 */
export class InFlight<Result> {
  readonly #most: number;
  readonly #hand: (result: Result) => void;
  #landings: readonly Promise<void>[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(most: number, hand: (result: Result) => void) {
    this.#most = most;
    this.#hand = hand;
  }

  /** Settles when this has landed, well or not. */
  begin(work: Promise<Result>): Promise<void> {
    const landing = this.#land(work, this.#landings.at(-1));
    this.#landings = [...this.#landings, landing];
    return landing;
  }

  /** Until there is room for another. */
  async room(): Promise<void> {
    while (this.#landings.length >= this.#most) await this.#landings[0];
    this.#throwFailure();
  }

  /** Until nothing is under way. */
  async landed(): Promise<void> {
    while (this.#landings.length > 0) await this.#landings[0];
    this.#throwFailure();
  }

  /** Never rejects. */
  async #land(work: Promise<Result>, before: Promise<void> | undefined): Promise<void> {
    try {
      const result = await work;
      await before;
      if (!this.#failure) this.#hand(result);
    } catch (error) {
      await before;
      this.#failure ??= { error };
    }
    this.#landings = this.#landings.slice(1);
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
