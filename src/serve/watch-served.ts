import type { HandlerState } from "./handler-state.js";

const lookEvery = 1000;

/**
 * Calls back when other journeys, or a world that has begun anew, are served than before. Whoever gave the journeys or the world as a
 * function does not tell of a change, so this looks again and again until the function is called that is returned.
 */
export function watchServed(state: HandlerState, world: string | undefined, onChange: () => void): () => void {
  let seen = served(state, world);
  const look = (): void => {
    let now = seen;
    try {
      now = served(state, world);
    } catch {
      // The function that gives the journeys has failed. The next request is answered with its error.
    }
    if (now.every((each, index) => each === seen[index])) return;
    seen = now;
    onChange();
  };
  const timer = setInterval(look, lookEvery);
  // Only Node has it: a program whose work is done may end while somebody listens.
  timer.unref?.();
  return () => clearInterval(timer);
}

function served(state: HandlerState, world: string | undefined): readonly object[] {
  return [state.journeys.source, state.tenant(world).world];
}
