import { type Action, onward } from "../action.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Notes that the user wants no second factor. */
export const optOutMultiFactorAuthenticationNode: NodeBehaviour = {
  type: "OptOutMultiFactorAuthenticationNode",
  runs: "partly",
  note: "The name of the user's flag (`skipMultiFactorAuthentication`) is ours.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const user = userOf(context);
    if (user) context.world.identities.patch(idOf(user), { skipMultiFactorAuthentication: true });
    return onward;
  },
};
