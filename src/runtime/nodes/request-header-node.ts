import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Copies headers of the present request into shared state, as lists. */
export const requestHeaderNode: NodeBehaviour = {
  type: "RequestHeaderNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const split = new Set(properties.texts("headersToBeDelimited"));
    for (const [name, key] of properties.map("allowedHeaders")) {
      const values = world.header(name);
      state.putShared(key, split.has(name) && values.length === 1 ? (values[0] ?? "").split(",") : values);
    }
    return onward;
  },
};
