import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { fillOneTimePassword } from "../world/one-time-password.js";

/** Mails the one-time password. */
export const oneTimePasswordSmtpSenderNode: NodeBehaviour = {
  type: "OneTimePasswordSmtpSenderNode",
  runs: "fully",
  note: "The texts of its errors are our own.",
  inputs: () => ["oneTimePassword", "username"],
  process({ properties, state, world }: NodeContext): Action {
    const code = state.get("oneTimePassword");
    if (typeof code !== "string") return fail("oneTimePassword not found");
    const username = state.get("username");
    const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
    const known = state.getShared("emailAddress");
    if (!user && typeof known !== "string") return fail("Could not find the user");
    const to = known ?? (user && readPath(user, properties.text("emailAttribute", "mail")));
    if (typeof to !== "string" || to === "") return fail("Could not find an e-mail address");
    const subject = world.localise(properties.map("emailSubject"));
    const text = fillOneTimePassword(world.localise(properties.map("emailContent")) ?? "", code);
    world.outbox.push({ kind: "email", to, ...(subject !== undefined && { subject }), text, at: world.clock.now });
    return onward;
  },
};
