import type { Host } from "../process/host.js";

/** A line on the terminal that shows how far long work has come. */
export interface Progress {
  /** Says how far the work is. */
  update(done: number, total: number): void;
  /** Removes the line. */
  end(): void;
}

const silent: Progress = { update: () => undefined, end: () => undefined };
const intervalMilliseconds = 100;
/** Short work shows no line, because nobody could read it. */
const patienceMilliseconds = 400;

/** Shows progress on a terminal, but not in CI. */
export function startProgress(host: Host, what: string, now: () => number = Date.now): Progress {
  if (!host.talk.isTerminal || host.environment.CI || host.environment.TERM === "dumb") return silent;
  let next = now() + patienceMilliseconds;
  let shown = false;
  return {
    update: (done, total) => {
      const time = now();
      if (time < next) return;
      next = time + intervalMilliseconds;
      shown = true;
      host.talk.write(`\r\u001b[K${what} ${done}/${total}`);
    },
    end: () => {
      if (shown) host.talk.write("\r\u001b[K");
      shown = false;
    },
  };
}
