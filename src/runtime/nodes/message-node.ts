import { type Action, ask, decide } from "../action.js";
import { indexOf } from "../callbacks/callback.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Shows a message with two buttons. */
export const messageNode: NodeBehaviour = {
  type: "MessageNode",
  runs: "fully",
  process({ properties, callbacks, state, world }: NodeContext): Action {
    const field = properties.text("stateField");
    const answer = callbacks.find(({ type }) => type === "ConfirmationCallback");
    if (!answer) {
      if (field !== "") state.putShared(field, null);
      const message = world.localise(properties.map("message")) ?? "Default message";
      const yes = world.localise(properties.map("messageYes")) ?? "Yes";
      const no = world.localise(properties.map("messageNo")) ?? "No";
      return ask(textOutputCallback({ message }), confirmationCallback({ options: [yes, no], defaultOption: 1 }));
    }
    const index = indexOf(answer) ?? 1;
    if (field !== "") state.putShared(field, index);
    return decide(index === 0);
  },
};
