import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { readable } from "../world/identity-store.js";
import { isHeld, isOneEqual } from "../world/query-filter.js";

/**
 * Compares an attribute of the user with a value, or checks that it is present. Both tests are those of a query filter,
 * so that texts compare without case, and a list is equal to each of its items.
 */
export const attributeValueDecisionNode: NodeBehaviour = {
  type: "AttributeValueDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties } = context;
    const found = requireIdentity(context, { notFound: "Failed to read object" });
    if ("problem" in found) return fail(found.problem);
    const held = readPath(readable(found.user), properties.text("comparisonAttribute"));
    if (properties.text("comparisonOperation", "EQUALS") === "PRESENT") return decide(isHeld(held));
    const text = properties.text("comparisonValue");
    if (typeof held === "number" && !wholeNumber.test(text)) return fail(`For input string: "${text}"`);
    return decide(isOneEqual(held, inTypeOf(held, text)));
  },
};

/** What the platform reads as a number; it throws for any other text. */
const wholeNumber = /^[+-]?\d+$/;

function inTypeOf(held: JsonValue | undefined, text: string): JsonValue {
  if (typeof held === "boolean") return text.toLowerCase() === "true";
  return typeof held === "number" ? Number(text) : text;
}
