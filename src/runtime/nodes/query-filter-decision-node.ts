import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readable } from "../world/identity-store.js";
import { parseQueryFilter } from "../world/query-filter.js";

/** Decides whether the user passes a query filter. */
export const queryFilterDecisionNode: NodeBehaviour = {
  type: "QueryFilterDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const filter = parseQueryFilter(properties.text("queryFilter"));
    return filter ? decide(filter(readable(found.user))) : fail("The query filter cannot be read");
  },
};
