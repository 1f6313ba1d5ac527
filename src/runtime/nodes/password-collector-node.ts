import { type Action, ask, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for a password. */
export const passwordCollectorNode: NodeBehaviour = {
  type: "PasswordCollectorNode",
  runs: "fully",
  process({ callbacks, state }: NodeContext): Action {
    const [answer] = callbacks;
    const password = answer ? textOf(answer) : "";
    if (password === "") return ask(passwordCallback());
    state.putTransient("password", password);
    return onward;
  },
};
