import { setImmediate } from "node:timers/promises";

/**
 * Asked between pieces of long work, lets the server read messages and answer other calls, and says whether the work may go on: not when
 * the call is cancelled, or its time is up.
 */
export function workingTime(signal: AbortSignal, milliseconds = Number.POSITIVE_INFINITY): () => Promise<boolean> {
  const end = performance.now() + milliseconds;
  return async () => {
    await setImmediate();
    return !signal.aborted && performance.now() < end;
  };
}
