import { type Action, ask, fail, onward } from "../action.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import { attributeOf, readIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";

/** Shows the user's name. */
export const displayUserNameNode: NodeBehaviour = {
  type: "DisplayUserNameNode",
  runs: "fully",
  note: "A text output takes no answer, so the node goes on when the step is submitted.",
  inputs: (properties) => [properties.text("userName", "userName"), properties.text("identityAttribute", "mail")],
  process(context: NodeContext): Action {
    const { properties, callbacks, state } = context;
    if (callbacks.length > 0) return onward;
    const attribute = properties.text("userName", "userName");
    const user = readIdentity(context, properties.text("identityAttribute", "mail"));
    const name = attributeOf(state, attribute) ?? (user && readPath(user, attribute));
    if (typeof name !== "string" || name === "") return fail("Unable to find username to display");
    return ask(textOutputCallback({ message: name }));
  },
};
