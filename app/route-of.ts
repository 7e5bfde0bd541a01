/** The site may live in any folder of a static host, so only the last part of the path counts. */
export function isEmbed(path: string): boolean {
  return /\/embed(\.html)?\/?$/.test(path);
}
