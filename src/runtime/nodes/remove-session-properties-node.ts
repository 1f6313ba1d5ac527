import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Removes properties from the session. */
export const removeSessionPropertiesNode: NodeBehaviour = {
  type: "RemoveSessionPropertiesNode",
  runs: "fully",
  process({ properties }: NodeContext): Action {
    return { ...onward, effects: { removedSessionProperties: properties.texts("propertyNames") } };
  },
};
