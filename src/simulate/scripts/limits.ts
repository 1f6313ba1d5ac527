/** The resources that one script may use. */
export interface ScriptLimits {
  /** Time in milliseconds after which a script is stopped; if a built-in function works then, up to 250 ms later. */
  readonly milliseconds: number;
  /** Bytes of memory for the engine, including the 16 MB that it needs itself. */
  readonly memoryBytes: number;
  /**
   * Bytes of the engine's stack. With more than 128 kB the host's stack may overflow before the engine's limit is
   * reached.
   */
  readonly stackBytes: number;
  /** Greatest number of characters of the result, and of what a script passes to one binding. */
  readonly textLength: number;
}

/** Limits that any script of a real journey stays within. */
export const usualLimits: ScriptLimits = {
  milliseconds: 2_000,
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 128 * 1024,
  textLength: 4_000_000,
};
