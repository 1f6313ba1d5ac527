import { type Action, ask, onward } from "../action.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Shows the node state to the author of a journey. */
export const debugNode: NodeBehaviour = {
  type: "DebugNode",
  runs: "partly",
  note: "Not available on AIC. Sends one text with the shared state; the platform sends three callbacks.",
  process({ callbacks, state }: NodeContext): Action {
    if (callbacks.length > 0) return onward;
    return ask(textOutputCallback({ message: JSON.stringify(Object.fromEntries(state.sharedEntries())) }));
  },
};
