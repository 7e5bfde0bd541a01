export interface Cost {
  readonly drawsPerStep: number;
  readonly drawsPerLaneStep: number;
  readonly uploadsPerStep: number;
  readonly downloadsPerReport: number;
  readonly jsMillisecondsPerStep: number;
  readonly wallMillisecondsPerStep: number;
  readonly tensors: number;
  readonly textureBytes: number;
}
export interface ProbeReading {
  readonly draws: number;
  readonly uploads: number;
  readonly downloads: number;
  readonly textureBytes: number;
  readonly reports: number;
  readonly played: number;
  readonly lastReport: number;
  readonly step: number;
  readonly tensors: number;
}
export interface Engines {
  readonly fused: Cost;
  readonly composed: Cost;
  readonly ratio: Readonly<Record<keyof Cost, number | null>>;
}
export function costOf(
  before: ProbeReading,
  after: ProbeReading,
  processorMilliseconds: number,
  lanes: number,
): Cost;
export function compareEngines(costs: {
  readonly fused: readonly Cost[];
  readonly composed: readonly Cost[];
}): Engines;
export function median(values: readonly number[]): number;
export function quantile(values: readonly number[], share: number): number;
