import { type Action, fail, goTo } from "../../../runtime/action.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import type { World } from "../../../runtime/world/world.js";
import { phoneOf } from "./phone.js";
import { pushDeviceOf } from "./push-device.js";

/** Asks the user's phone to approve a sign-in. */
export const pushAuthenticationSenderNode: NodeBehaviour = {
  type: "PushAuthenticationSenderNode",
  runs: "partly",
  note: "The phone is a page of the server. `contextInfo` and `customPayload` are not sent.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    const username = state.getShared("username");
    if (typeof username !== "string") return refuse(context, "MISSING_USERNAME", "Expected username to be set.");
    if (state.getShared("pushMessageId") !== undefined) {
      return refuse(context, "SENDER_ALREADY_USED", "The push message was sent already.");
    }
    const user = userOf(context);
    if (!user) return refuse(context, "TRANSMISSION_FAILURE", "Failed to fetch identity.");
    if (!properties.flag("mandatory", false) && user.skipMultiFactorAuthentication === true) return goTo("SKIPPED");
    const device = pushDeviceOf(user);
    if (!device) {
      state.putShared("mfaMethod", "push");
      return goTo("NOT_REGISTERED");
    }
    const timeout = properties.number("messageTimeout", 120_000);
    const id = `AUTHENTICATE:${world.random.uuid()}`;
    const numbers = properties.text("pushType", "DEFAULT") === "CHALLENGE" ? threeNumbers(world) : undefined;
    const wanted = numbers?.[world.random.below(numbers.length)];
    if (wanted !== undefined) state.putShared("pushNumberChallengeKey", String(wanted));
    const text = world.localise(properties.map("userMessage")) ?? "Login attempt from {{user}} at {{issuer}}";
    phoneOf(world).send({
      id,
      kind: "authenticate",
      user: username,
      text: text.replaceAll("{{user}}", username).replaceAll("{{issuer}}", device.issuer),
      sentAt: world.clock.now,
      expiresAt: world.clock.now + timeout,
      ...(numbers && { numbers }),
    });
    state.putShared("pushMessageId", id);
    state.putShared("timeToLiveKey", timeout);
    state.putShared("pushMechanismUid", device.mechanismUid);
    return goTo("SENT");
  },
};

function refuse({ properties, state }: NodeContext, reason: string, message: string): Action {
  if (!properties.flag("captureFailure", false)) return fail(message);
  state.putShared("PushAuthFailureReason", reason);
  return goTo("FAILURE");
}

/** Three different numbers of two digits. */
function threeNumbers({ random }: World): readonly number[] {
  const numbers = new Set<number>();
  while (numbers.size < 3) numbers.add(10 + random.below(90));
  return [...numbers];
}
