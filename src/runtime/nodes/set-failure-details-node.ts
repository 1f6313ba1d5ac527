import { type Action, onward } from "../action.js";
import { detailsOf } from "../engine/details.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Changes the answer that the client gets when the journey fails. */
export const setFailureDetailsNode: NodeBehaviour = {
  type: "SetFailureDetailsNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    const message = world.localise(properties.map("failureMessage"));
    const details = detailsOf(properties.map("failureDetails"));
    return { ...onward, effects: { failure: { ...(message && { message }), details } } };
  },
};
