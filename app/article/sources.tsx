const SOURCES = [
  {
    words:
      "Shen, Yao, Gholami, Mahoney, Keutzer: PowerNorm: Rethinking Batch Normalization in Transformers. ICML 2020.",
    url: "https://arxiv.org/abs/2003.07845",
  },
  {
    words: "The authors’ code, and the drawings of its figures, from which boxes were decoded.",
    url: "https://github.com/sIncerass/powernorm",
  },
  {
    words:
      "Ioffe, Szegedy: Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift. ICML 2015.",
    url: "https://arxiv.org/abs/1502.03167",
  },
  {
    words: "Ba, Kiros, Hinton: Layer Normalization. 2016.",
    url: "https://arxiv.org/abs/1607.06450",
  },
  {
    words:
      "Wang, Wu, Huang: Understanding the Failure of Batch Normalization for Transformers in NLP. NeurIPS 2022. The training–inference discrepancy.",
    url: "https://arxiv.org/abs/2210.05153",
  },
] as const;

export function Sources() {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul className="article-sources">
        {SOURCES.map(({ words, url }) => (
          <li key={url}>
            <a href={url}>{words}</a>
          </li>
        ))}
      </ul>
      <p>
        What is said to be in the paper was read in its abstract, in figure 2 and its paragraph, and
        in the authors’ code. The tables on this page are recorded sweeps of Normscope, each with
        the command that gives it again; the figures compute their numbers in this page.
      </p>
    </section>
  );
}
