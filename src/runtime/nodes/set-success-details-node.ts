import { type Action, onward } from "../action.js";
import { detailsOf } from "../engine/details.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Adds members to the body of the success answer. The members that the platform sets itself cannot be replaced. */
export const setSuccessDetailsNode: NodeBehaviour = {
  type: "SetSuccessDetailsNode",
  runs: "fully",
  process({ properties }: NodeContext): Action {
    const forbidden = new Set(["tokenId", "realm", "successUrl"]);
    const details = Object.entries(detailsOf(properties.map("successDetails"))).filter(
      ([name]) => !forbidden.has(name),
    );
    const session = [...properties.map("sessionProperties")].filter(([name]) => !forbidden.has(name));
    const effects = {
      successDetails: Object.fromEntries(details),
      successSessionProperties: Object.fromEntries(session),
    };
    return { ...onward, effects };
  },
};
