import type { Recording } from "../recorded/recording.ts";

/** The recorded run that charts show for as long as the live one has no point; null where there is none. */
export interface RecordedSlice {
  readonly recording: Recording | null;
}

export const recordedSlice = (): RecordedSlice => ({ recording: null });
