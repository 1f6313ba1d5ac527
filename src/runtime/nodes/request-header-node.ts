import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { splitList } from "../world/split-list.js";

/** Copies headers of the present request into shared state, as lists. */
export const requestHeaderNode: NodeBehaviour = {
  type: "RequestHeaderNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const split = new Set(properties.texts("headersToBeDelimited"));
    for (const [name, key] of properties.map("allowedHeaders")) {
      const values = world.header(name);
      state.putShared(key, split.has(name) && values.length === 1 ? splitList(values[0] ?? "") : values);
    }
    return onward;
  },
};
