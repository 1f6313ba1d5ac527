import { type Action, ask, decide } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for the one-time password and checks it. A wrong one stays in state, so that the user may try again. */
export const oneTimePasswordCollectorDecisionNode: NodeBehaviour = {
  type: "OneTimePasswordCollectorDecisionNode",
  runs: "fully",
  inputs: () => ["oneTimePassword", "oneTimePasswordTimestamp"],
  process({ properties, callbacks, state, world }: NodeContext): Action {
    const [answer] = callbacks;
    const given = answer ? textOf(answer) : "";
    if (given === "") return ask(passwordCallback({ prompt: "One Time Password" }));
    const made = Number(state.get("oneTimePasswordTimestamp") ?? 0);
    const expired = world.clock.now / 1000 > made + properties.number("passwordExpiryTime", 5) * 60;
    if (expired || given !== state.get("oneTimePassword")) return decide(false);
    state.remove("oneTimePassword");
    state.remove("oneTimePasswordTimestamp");
    return decide(true);
  },
};
