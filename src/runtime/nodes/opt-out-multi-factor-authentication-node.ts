import { type Action, onward } from "../action.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Stores at the user that no second factor is wanted. */
export const optOutMultiFactorAuthenticationNode: NodeBehaviour = {
  type: "OptOutMultiFactorAuthenticationNode",
  runs: "partly",
  note: "The name of the user's attribute, `skipMultiFactorAuthentication`, is our own.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const user = userOf(context);
    if (user) context.world.identities.patch(idOf(user), { skipMultiFactorAuthentication: true });
    return onward;
  },
};
