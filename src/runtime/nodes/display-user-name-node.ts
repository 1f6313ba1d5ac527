import { type Action, ask, fail, onward } from "../action.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import { attributeOf, attributesOf, readIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";

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
    let name = attributeOf(state, attribute);
    if (name === undefined) {
      const lookup = properties.text("identityAttribute", "mail");
      // Unlike other nodes, this one does not look up a bare `username`.
      const user = isPresent(readPath(attributesOf(state), lookup)) ? readIdentity(context, lookup) : undefined;
      if (!user) return fail("Failed to retrieve existing object");
      name = readPath(user, attribute);
    }
    if (typeof name !== "string" || name === "") return fail("Unable to find username to display");
    return ask(textOutputCallback({ message: name }));
  },
};
