/** What is being done to a source, in the order in which it is done; last, that it stays whatever comes after. */
export const STEPS = ['look-up', 'fetch', 'read', 'unpack', 'parse', 'ingest', 'keep', 'kept'] as const;
export type Step = (typeof STEPS)[number];

/** A sign of life while a source is acquired and loaded; whoever shows progress reads these. */
export interface ProgressEvent {
  readonly step: Step;
  /** The file, URL or `-` concerned. */
  readonly location: string;
  /** Bytes done so far, where the step is counted in bytes. */
  readonly done?: number;
  /** Bytes in all, where known. */
  readonly total?: number;
  /** A sentence worth showing by itself, e.g. that a request is tried again. */
  readonly note?: string;
}

/** Is called with every sign of life. */
export type Progress = (event: ProgressEvent) => void;

/** For callers who do not watch. */
export const silent: Progress = () => {};
