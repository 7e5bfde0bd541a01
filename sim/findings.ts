/** The question of a preset as others have answered it, and why an answer found here may be another. */
export interface Finding {
  /** Null where nobody asked, as far as we know. */
  readonly elsewhere: {
    readonly words: string;
    /** Their numbers: a row of heads, then rows. */
    readonly numbers?: readonly (readonly string[])[];
    readonly source: string;
    readonly url: string;
  } | null;
  readonly mayDiffer: string;
}

const PAPER = "https://arxiv.org/abs/2003.07845";
const REGULARISED = "https://arxiv.org/abs/2210.05153";

/**
 * By the id of the preset. The paper's tables are quoted only where its abstract repeats them; the distances are decoded
 * from the vector drawing of its figure in the authors' repository.
 */
export const findings: Readonly<Record<string, Finding>> = {
  "paper-order": {
    elsewhere: {
      words:
        "PN translates better than LN: by 0.4 BLEU on IWSLT14 and 0.6 on WMT14; and it says that BN falls behind both. BN’s batches stray further from what it remembers than PN-V’s do. Their figure’s medians by fifths of training:",
      numbers: [
        ["(1/d)‖·‖₂", "20 %", "40 %", "60 %", "80 %", "100 %"],
        ["BN σ²", "0.051", "0.735", "1.02", "1.35", "1.37"],
        ["PN-V ψ²", "0.0093", "0.034", "0.103", "0.134", "0.196"],
      ],
      source:
        "Shen et al.: PowerNorm (ICML 2020), abstract; imgs/bn_pn_fwd_var.pdf in github.com/sIncerass/powernorm",
      url: PAPER,
    },
    mayDiffer:
      "The paper’s networks have 12 layers of 512 channels, dropout, label smoothing and batches of 4,096 tokens, train for days, and are scored by beam search on real talks and news. Ours have 4 layers of 32 channels and 128 tokens of made sentences, and a thousand steps. The distance carries the scale of the activations and 1/√d, so its size is not to be compared between the two; its order is.",
  },
  "paper-figure-2": {
    elsewhere: {
      words:
        "In the first norm of a ResNet-20 on CIFAR-10 the distance of both statistics stays close to zero; in that of a Transformer on IWSLT14 it is orders of magnitude larger, grows through training, and has extreme outliers.",
      source: "Shen et al.: PowerNorm (ICML 2020), figure 2",
      url: PAPER,
    },
    mayDiffer:
      "Here pictures have 8 pixels a side and batches 64 of them; sentences come 128 tokens at a time. The more positions a batch has, the less its statistics move: larger pictures make the ResNet quieter, more tokens the Transformer.",
  },
  "language-model": {
    elsewhere: {
      words: "PN’s perplexity is lower than LN’s: by 5.6 on PTB and by 3.0 on WikiText-103.",
      source: "Shen et al.: PowerNorm (ICML 2020), abstract",
      url: PAPER,
    },
    mayDiffer:
      "Real text of a million words and more against sentences of a grammar, and networks a hundred times as large. Perplexities of different vocabularies are not comparable, only their order.",
  },
  "ordinary-rate": {
    elsewhere: null,
    mayDiffer:
      "The paper trains each network at the rate that suits it. Here all lanes have the same one, so that a difference between them is the normaliser’s.",
  },
  "post-norm-gap": {
    elsewhere: {
      words:
        "Wang, Wu and Huang hold that the inconsistency between training and inference is why BN fails in Transformers, and that BN does better than LN where it stays small.",
      source:
        "Wang, Wu, Huang: Understanding the Failure of Batch Normalization for Transformers in NLP (NeurIPS 2022), abstract",
      url: REGULARISED,
    },
    mayDiffer:
      "With α = 0.9 we found no gap at all on these sentences: what BN remembers is then as good as what the batch says, or better, since it is less noisy. It takes a long memory and a network that changes fast; theirs are real data, where the two may come apart by themselves.",
  },
  "quadratic-mean": {
    elsewhere: {
      words:
        "The paper drops the mean and keeps the quadratic mean, to be rid of one fluctuating statistic. In its figure BN’s σ² strays 5 to 21 times as far as PN-V’s ψ², by medians of fifths of training.",
      source:
        "Shen et al.: PowerNorm (ICML 2020); imgs/bn_pn_fwd_var.pdf in github.com/sIncerass/powernorm",
      url: PAPER,
    },
    mayDiffer:
      "There two networks are compared, each with its own activations; here all three statistics are taken of the same tensor, so that nothing but the statistic differs.",
  },
  "small-batches": {
    elsewhere: {
      words:
        "The paper has experiments on batch sizes too; we know them only at second hand, and quote no numbers. What is plain is the arithmetic: the mean of n independent values strays by σ/√n, so that a quarter of the pictures doubles the noise.",
      source: "Shen et al.: PowerNorm (ICML 2020)",
      url: PAPER,
    },
    mayDiffer:
      "A batch here has four pictures, but 64 positions each at the first norm, and positions of one picture are not independent. The floor in the chart takes them as if they were, and the distance above it is what their kinship costs.",
  },
  "nu-stability": {
    elsewhere: {
      words:
        "The authors’ released code adds group scaling to the paper’s method; its author says that it helps to stabilise training. Others report numbers that are no longer finite after one to three thousand steps without it.",
      source: "github.com/sIncerass/powernorm, issues 8, 9 and 15",
      url: "https://github.com/sIncerass/powernorm/issues",
    },
    mayDiffer:
      "Theirs are long trainings on real data, where a rare batch may be ten times as large as those before. Our sentences have no such batch: only at the start, where the layer remembers ψ² = 1 and nothing it has seen, does Γ pass its limit, and ν is damped again as soon as φ has caught up.",
  },
  "resnet-20": {
    elsewhere: {
      words:
        "In the first norm of a ResNet-20 on CIFAR-10, 128 pictures a batch, the distances of µ and of σ² stay close to zero all through training.",
      source: "Shen et al.: PowerNorm (ICML 2020), figure 2",
      url: PAPER,
    },
    mayDiffer:
      "The network and the batch are the paper’s in size; the pictures are drawn by a program, and are not CIFAR-10. The network sees them for a thousand steps, with Adam.",
  },
  "larger-transformer": {
    elsewhere: {
      words:
        "PN translates better than LN: by 0.4 BLEU on IWSLT14 and 0.6 on WMT14; and it says that BN falls behind both.",
      source: "Shen et al.: PowerNorm (ICML 2020), abstract",
      url: PAPER,
    },
    mayDiffer:
      "It is still a quarter as wide as the paper’s smallest and sees a quarter of its tokens a step; the sentences are a grammar’s, and nothing is dropped out.",
  },
};
