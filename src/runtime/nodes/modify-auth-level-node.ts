import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Adds to the authentication level; a missing level counts as 0. */
export const modifyAuthLevelNode: NodeBehaviour = {
  type: "ModifyAuthLevelNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    const level = state.getShared("authLevel");
    state.putShared("authLevel", (typeof level === "number" ? level : 0) + properties.number("authLevelIncrement", 0));
    return onward;
  },
};
