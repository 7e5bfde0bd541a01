import type { Engines } from "./windows.mjs";

export interface PageFigures {
  readonly device: string;
  readonly longestTaskMilliseconds: number;
  readonly longTasks: number;
  readonly p95FrameMilliseconds: number;
}
export interface BenchResult {
  readonly commit: string;
  readonly device: string;
  readonly experiments: Readonly<Record<string, Engines>>;
  readonly load: {
    readonly pageKilobytes: number;
    readonly workerKilobytes: number;
    readonly wasmKilobytes: number;
    readonly secondsToReady: number;
    readonly secondsToFirstPoint: number;
  };
  readonly page: PageFigures;
  readonly pageOnDevice: PageFigures;
}
export type PastResult = BenchResult & { readonly date: string; readonly note: string };
export const HISTORY: string;
export function appendHistory(result: BenchResult, note: string, file?: string): void;
export function lastResult(device: string, file?: string): PastResult | null;
export function regressions(result: BenchResult, before: BenchResult | null): string[];
