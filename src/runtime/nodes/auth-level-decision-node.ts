import { type Action, decide } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides whether the authentication level is high enough; a missing level is not. */
export const authLevelDecisionNode: NodeBehaviour = {
  type: "AuthLevelDecisionNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    const level = state.getShared("authLevel");
    return decide(typeof level === "number" && level >= properties.number("authLevelRequirement", 0));
  },
};
