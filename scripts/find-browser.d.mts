export interface Browser {
  readonly path: string;
  /** Where it was found, for the report. */
  readonly origin: string;
}

export function findBrowser(options?: { readonly mayInstall?: boolean }): Promise<Browser>;
export function launchArguments(gl?: "mesa" | "swiftshader" | "own"): string[];
