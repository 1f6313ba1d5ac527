import { type Action, fail, onward } from "../action.js";
import { attributeOf } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";
import { fillOneTimePassword } from "../world/one-time-password.js";

/** Mails the one-time password. */
export const oneTimePasswordSmtpSenderNode: NodeBehaviour = {
  type: "OneTimePasswordSmtpSenderNode",
  runs: "fully",
  inputs: () => ["oneTimePassword", "username"],
  process({ properties, state, world }: NodeContext): Action {
    const attribute = properties.text("emailAttribute") || "mail";
    let to = state.getShared("emailAddress") ?? attributeOf(state, attribute) ?? null;
    if (to === null) {
      const username = state.get("username");
      const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
      if (!user) return fail("Failed to get identity with provided user name");
      to = readPath(user, attribute) ?? null;
      if (isPresent(to)) state.putShared("emailAddress", to);
    }
    if (typeof to !== "string" || to === "") return fail("Failed to find an email address for the specified user.");
    const code = state.get("oneTimePassword");
    if (typeof code !== "string") return fail("One time password not found");
    const subject = world.localise(properties.map("emailSubject")) ?? "One Time Password";
    const text = fillOneTimePassword(world.localise(properties.map("emailContent")) ?? "Your One Time Password:", code);
    const from = properties.text("fromEmailAddress");
    world.send({ kind: "email", to, ...(from !== "" && { from }), subject, text, at: world.clock.now });
    return onward;
  },
};
