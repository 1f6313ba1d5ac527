import { type Action, ask, onward } from "../action.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Shows the state, for whoever is building a journey. */
export const debugNode: NodeBehaviour = {
  type: "DebugNode",
  runs: "partly",
  note: "Not on AIC. Sends one text with shared state, where the platform has three callbacks.",
  process({ callbacks, state }: NodeContext): Action {
    if (callbacks.length > 0) return onward;
    return ask(textOutputCallback({ message: JSON.stringify(Object.fromEntries(state.sharedEntries())) }));
  },
};
