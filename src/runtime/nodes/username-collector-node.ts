import { type Action, ask, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { nameCallback } from "../callbacks/name-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for a username. */
export const usernameCollectorNode: NodeBehaviour = {
  type: "UsernameCollectorNode",
  runs: "fully",
  process({ callbacks, state }: NodeContext): Action {
    const [answer] = callbacks;
    const name = answer ? textOf(answer) : "";
    if (name === "") return ask(nameCallback());
    state.putShared("username", name);
    return onward;
  },
};
