import { type Action, decide } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides whether the request has a cookie. */
export const cookiePresenceDecisionNode: NodeBehaviour = {
  type: "CookiePresenceDecisionNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    return decide(world.cookie(properties.text("cookieName")) !== undefined);
  },
};
