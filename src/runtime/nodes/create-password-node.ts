import { type Action, ask, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for a new password and its confirmation. */
export const createPasswordNode: NodeBehaviour = {
  type: "CreatePasswordNode",
  runs: "fully",
  note: "The texts of its prompts and errors are our own; the callbacks are the platform's.",
  process({ callbacks, properties, state }: NodeContext): Action {
    const questions = [passwordCallback(), passwordCallback({ prompt: "Confirm password" })];
    const [password, confirmation] = callbacks;
    if (!password || !confirmation) return ask(...questions);
    const text = textOf(password);
    const complaint = complain(text, textOf(confirmation), properties.number("minPasswordLength", 8));
    if (complaint) return ask(...questions, textOutputCallback({ message: complaint, messageType: "2" }));
    state.putTransient("password", text);
    return onward;
  },
};

function complain(password: string, confirmation: string, minimum: number): string | undefined {
  if (password.trim() === "") return "The password must not be empty.";
  if (password.length < minimum) return `The password must have at least ${minimum} characters.`;
  return password === confirmation ? undefined : "The passwords do not match.";
}
