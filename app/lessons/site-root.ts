/** The folder that the site lives in, which may be any of a static host’s. */
export function siteRoot(): string {
  return location.pathname.replace(/[^/]*$/, "");
}
