import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets properties and time limits of the session. */
export const setSessionPropertiesNode: NodeBehaviour = {
  type: "SetSessionPropertiesNode",
  runs: "fully",
  process({ properties }: NodeContext): Action {
    const maxSessionTime = properties.optionalNumber("maxSessionTime");
    const maxIdleTime = properties.optionalNumber("maxIdleTime");
    const effects = {
      sessionProperties: Object.fromEntries(properties.map("properties")),
      ...(maxSessionTime !== undefined && { maxSessionTime }),
      ...(maxIdleTime !== undefined && { maxIdleTime }),
    };
    return { ...onward, effects };
  },
};
