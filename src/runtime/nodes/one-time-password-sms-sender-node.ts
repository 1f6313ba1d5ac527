import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { fillOneTimePassword } from "../world/one-time-password.js";

/** Sends the one-time password to a phone. */
export const oneTimePasswordSmsSenderNode: NodeBehaviour = {
  type: "OneTimePasswordSmsSenderNode",
  runs: "fully",
  note: "The texts of its errors are our own.",
  inputs: () => ["oneTimePassword", "username"],
  process({ properties, state, world }: NodeContext): Action {
    const code = state.get("oneTimePassword");
    if (typeof code !== "string") return fail("oneTimePassword not found");
    const username = state.get("username");
    const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
    if (!user) return fail("Could not find the user");
    const to = readPath(user, properties.text("mobilePhoneAttributeName") || "telephoneNumber");
    if (typeof to !== "string" || to === "") return fail("Could not find a phone number");
    const subject = world.localise(properties.map("smsSubject"));
    const text = fillOneTimePassword(world.localise(properties.map("smsContent")) ?? "", code);
    world.outbox.push({ kind: "sms", to, ...(subject !== undefined && { subject }), text, at: world.clock.now });
    return onward;
  },
};
