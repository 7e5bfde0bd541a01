/** What all cases of the normalisers folder are given. */
export interface Inputs {
  readonly conv_nhwc: Layout;
  readonly seq_btc: Layout;
  readonly mask: readonly (readonly number[])[];
  readonly sgd_lr: number;
}

interface Layout {
  readonly x: readonly unknown[];
  readonly gy: readonly unknown[];
  readonly x_eval: unknown;
}

export type Named = Readonly<Record<string, unknown>>;

/** One method under one setting: three steps and an evaluation. The vectors' README says what each field is. */
export interface Case {
  readonly id: string;
  readonly method: string;
  readonly layout: "conv_nhwc" | "seq_btc";
  readonly settings: Named;
  readonly params_init: Named;
  readonly buffers_init: Named;
  readonly steps: readonly {
    readonly y: unknown;
    readonly gx: unknown;
    readonly gparams: Named;
    readonly buffers_after?: Named;
  }[];
  readonly eval: { readonly y: unknown };
}
