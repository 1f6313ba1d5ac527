import { type Action, ask } from "../action.js";
import { metadataCallback } from "../callbacks/metadata-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Gives keys of shared state to the client. It never yields an outcome, so it cannot be the last node of a page. */
export const metadataNode: NodeBehaviour = {
  type: "MetadataNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    const wanted = new Set(properties.texts("attributes"));
    const data = [...state.sharedEntries()].filter(([key]) => wanted.has(key));
    return ask(metadataCallback({ data: Object.fromEntries(data) }));
  },
};
