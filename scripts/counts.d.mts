export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Ran<Report> {
  /** Null when the runner was ended. */
  readonly code: number | null;
  /** Null when the runner left none. */
  readonly report: Report | null;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

export const NONE: Counts;
export function countCheck(code: number | null): Counts;
export function countVitest(ran: Ran<VitestReport>): Counts;
export function countPlaywright(ran: Ran<PlaywrightReport>): Counts;
export function sum(all: readonly Counts[]): Counts;
export function sentence(counts: Counts): string;
