import { type Action, fail, goTo } from "../../../runtime/action.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { phoneOf } from "./phone.js";

/** Says what the phone has answered. */
export const pushResultVerifierNode: NodeBehaviour = {
  type: "PushResultVerifierNode",
  runs: "fully",
  inputs: () => ["pushMessageId", "pushNumberChallengeKey"],
  process({ state, world }: NodeContext): Action {
    const id = state.getShared("pushMessageId");
    if (typeof id !== "string") return fail("Unable to find push message ID");
    const answer = phoneOf(world).stateOf(id, world.clock.now);
    if (answer === "waiting") return goTo("WAITING");
    phoneOf(world).forget(id);
    for (const key of ["pushMessageId", "pushMessageExpiration", "timeToLiveKey"]) state.removeShared(key);
    if (answer === "expired") return goTo("EXPIRED");
    if (!answer.isApproved) return goTo("FALSE");
    const wanted = state.get("pushNumberChallengeKey");
    return goTo(wanted === undefined || Number(wanted) === answer.number ? "TRUE" : "FALSE");
  },
};
