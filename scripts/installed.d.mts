interface Packages {
  readonly packages: Readonly<
    Record<
      string,
      { version?: string; integrity?: string; optional?: boolean; link?: boolean } | undefined
    >
  >;
}

export function isUpToDate(wanted: Packages, installed: Packages): boolean;
export function isAtLeast(version: string, least: string): boolean;
