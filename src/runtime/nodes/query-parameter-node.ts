import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { splitList } from "../world/split-list.js";

/** Copies parameters of the present request into shared state, as lists. */
export const queryParameterNode: NodeBehaviour = {
  type: "QueryParameterNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const split = new Set(properties.texts("queryParametersToBeDelimited"));
    for (const [name, key] of properties.map("allowedQueryParameters")) {
      const values = world.queryParameter(name);
      state.putShared(key, split.has(name) && values.length === 1 ? splitList(values[0] ?? "") : values);
    }
    return onward;
  },
};
