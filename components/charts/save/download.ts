/** Hands a file to the browser, which asks or saves as its user has it. */
export function download(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Words of a title as the name of a file: `held-out-loss`. */
export function fileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll("µ", "mu")
    .replaceAll("σ²", "sigma2")
    .replaceAll("ψ²", "psi2")
    .toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "chart";
}
