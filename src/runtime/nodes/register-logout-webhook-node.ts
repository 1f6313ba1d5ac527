import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Registers a webhook for the session's logout. */
export const registerLogoutWebhookNode: NodeBehaviour = {
  type: "RegisterLogoutWebhookNode",
  runs: "fully",
  process({ properties }: NodeContext): Action {
    return { ...onward, effects: { logoutWebhooks: [properties.text("webhookName")] } };
  },
};
