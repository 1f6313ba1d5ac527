import { type Action, ask, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for a new password and its confirmation. */
export const createPasswordNode: NodeBehaviour = {
  type: "CreatePasswordNode",
  runs: "fully",
  process({ callbacks, properties, state }: NodeContext): Action {
    const questions = ["Create a password", "Confirm password"].map((prompt) => passwordCallback({ prompt }));
    const [password, confirmation] = callbacks;
    if (!password || !confirmation) return ask(...questions);
    const text = textOf(password);
    // The platform gives no reason for refusing an empty password.
    if (text.trim() === "") return ask(...questions);
    const complaint = complain(text, textOf(confirmation), properties.number("minPasswordLength", 8));
    if (complaint) return ask(...questions, textOutputCallback({ message: complaint, messageType: "2" }));
    state.putTransient("password", text);
    return onward;
  },
};

function complain(password: string, confirmation: string, minimum: number): string | undefined {
  if (password.length < minimum) return `Password must be a minimum of ${minimum} characters`;
  return password === confirmation ? undefined : "Passwords do not match";
}
