import { type Action, ask, decide } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for the one-time password and checks it. A wrong or expired one stays in state. */
export const oneTimePasswordCollectorDecisionNode: NodeBehaviour = {
  type: "OneTimePasswordCollectorDecisionNode",
  runs: "fully",
  inputs: () => ["oneTimePassword", "oneTimePasswordTimestamp"],
  process({ properties, callbacks, state, world }: NodeContext): Action {
    const [answer] = callbacks;
    const given = answer ? textOf(answer) : "";
    if (given === "") return ask(passwordCallback({ prompt: "One Time Password" }));
    const made = state.get("oneTimePasswordTimestamp");
    const valid =
      typeof made === "number" && world.clock.now < (made + properties.number("passwordExpiryTime", 5) * 60) * 1000;
    if (!valid || given !== state.get("oneTimePassword")) return decide(false);
    state.remove("oneTimePassword");
    state.remove("oneTimePasswordTimestamp");
    return decide(true);
  },
};
