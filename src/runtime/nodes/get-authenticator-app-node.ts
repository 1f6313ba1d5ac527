import { type Action, ask, onward } from "../action.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Shows links to the authenticator app. */
export const getAuthenticatorAppNode: NodeBehaviour = {
  type: "GetAuthenticatorAppNode",
  runs: "fully",
  note: "Sends a text and a button; where the node sets no texts, they are our own.",
  process({ callbacks, properties, world }: NodeContext): Action {
    if (callbacks.length > 0) return onward;
    const message = (
      world.localise(properties.map("message")) ?? "Get the app from the {{appleLink}} or on {{googleLink}}"
    )
      .replaceAll("{{appleLink}}", properties.text("appleLink"))
      .replaceAll("{{googleLink}}", properties.text("googleLink"));
    const button = world.localise(properties.map("continueLabel")) ?? "Continue";
    return ask(textOutputCallback({ message }), confirmationCallback({ options: [button] }));
  },
};
