import { type Action, decide } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides by the authentication level. */
export const authLevelDecisionNode: NodeBehaviour = {
  type: "AuthLevelDecisionNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    const level = state.getShared("authLevel");
    return decide(typeof level === "number" && level >= properties.number("authLevelRequirement", 0));
  },
};
