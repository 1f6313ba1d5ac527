/** What one script may use. */
export interface ScriptLimits {
  /** Milliseconds until it is stopped. */
  readonly milliseconds: number;
  /** Bytes that the engine may hold, its own 16 MB among them. */
  readonly memoryBytes: number;
  /** Bytes of the engine's stack. More than 128 kB can exhaust the stack of the host before the engine's own limit is reached. */
  readonly stackBytes: number;
  /** Characters of the result, and of what a script passes to one binding. */
  readonly textLength: number;
}

/** Enough for any script that a journey would want to wait for. */
export const usualLimits: ScriptLimits = {
  milliseconds: 2_000,
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 128 * 1024,
  textLength: 4_000_000,
};
