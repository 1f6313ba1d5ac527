import { type Action, onward } from "../action.js";
import { detailsOf } from "../engine/details.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Changes the answer that the client gets when a node throws. */
export const setErrorDetailsNode: NodeBehaviour = {
  type: "SetErrorDetailsNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    const message = world.localise(properties.map("errorMessage"));
    const details = detailsOf(properties.map("errorDetails"));
    return { ...onward, effects: { error: { ...(message && { message }), details } } };
  },
};
