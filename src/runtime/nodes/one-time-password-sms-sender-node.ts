import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { fillOneTimePassword } from "../world/one-time-password.js";

/** Sends the one-time password to a phone. */
export const oneTimePasswordSmsSenderNode: NodeBehaviour = {
  type: "OneTimePasswordSmsSenderNode",
  runs: "fully",
  inputs: () => ["oneTimePassword", "username"],
  process({ properties, state, world }: NodeContext): Action {
    const username = state.get("username");
    const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
    if (!user) return fail("Failed to get identity with provided user name");
    const phone = readPath(user, properties.text("mobilePhoneAttributeName") || "telephoneNumber");
    if (typeof phone !== "string" || phone === "") return fail("User phone number not found");
    const code = state.get("oneTimePassword");
    if (typeof code !== "string") return fail("One time password not found");
    const subject = world.localise(properties.map("smsSubject")) ?? "One Time Password";
    const text = fillOneTimePassword(world.localise(properties.map("smsContent")) ?? "Your One Time Password:", code);
    const carrier = readPath(user, properties.text("mobileCarrierAttributeName"));
    const to = typeof carrier === "string" && carrier !== "" ? `${phone}@${carrier.replace(/^@/, "")}` : phone;
    world.send({ kind: "sms", to, subject, text, at: world.clock.now });
    return onward;
  },
};
