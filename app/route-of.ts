/** The site may live in any folder of a static host, so only the last part of the path counts. */
export function isEmbed(path: string): boolean {
  return /\/embed(\.html)?\/?$/.test(path);
}

/** The list of lessons, and each of them: which one is in the query. */
export function isLessons(path: string): boolean {
  return /\/lessons(\.html)?\/?$/.test(path);
}
