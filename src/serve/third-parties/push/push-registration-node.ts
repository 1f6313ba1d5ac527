import { type Action, ask, fail, goTo } from "../../../runtime/action.js";
import type { Callback } from "../../../runtime/callbacks/callback.js";
import { hiddenValueCallback } from "../../../runtime/callbacks/hidden-value-callback.js";
import { pollingWaitCallback } from "../../../runtime/callbacks/polling-wait-callback.js";
import { scriptTextOutputCallback } from "../../../runtime/callbacks/script-text-output-callback.js";
import { textOutputCallback } from "../../../runtime/callbacks/text-output-callback.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import { leaveRecoveryCodes, newRecoveryCodes } from "../../../runtime/identity/recovery-codes.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { phoneOf } from "./phone.js";
import { pushDeviceOf, readPushDevice, storePushDevice, writePushDevice } from "./push-device.js";

/** Registers a phone: the login page shows a code to scan and waits for the phone. */
export const pushRegistrationNode: NodeBehaviour = {
  type: "PushRegistrationNode",
  runs: "partly",
  note: "The phone is a page of the server. The code to scan is a script comment that contains its link.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const { callbacks, state } = context;
    const user = userOf(context);
    if (callbacks.some(({ type }) => type === "PollingWaitCallback")) return wait(context);
    if (!user || typeof state.get("username") !== "string") return fail("Expected username to be set.");
    return pushDeviceOf(user) ? goTo("successOutcome") : start(context);
  },
};

const messageKey = "pushMessageId";
const deviceKey = "pushDeviceProfile";
const challengeKey = "pushChallengeKey";
const timeKey = "pushRegistrationTimeout";
/** The platform asks a waiting client to come back after this many milliseconds, and counts the times. */
const pollInterval = 5000;

function start(context: NodeContext): Action {
  const { properties, state, world } = context;
  const id = `REGISTER:${world.random.uuid()}`;
  const device = {
    uuid: world.random.uuid(),
    mechanismUid: world.random.uuid(),
    deviceName: "Push Device",
    issuer: properties.text("issuer", "ForgeRock"),
    recoveryCodes: [],
  };
  state.putShared(deviceKey, writePushDevice(device));
  state.putShared(challengeKey, btoa(String.fromCharCode(...world.random.bytes(32))));
  state.putShared(timeKey, pollInterval);
  state.putShared(messageKey, id);
  phoneOf(world).send({
    id,
    kind: "register",
    user: String(state.get("username")),
    text: `Register this phone with ${device.issuer}`,
    sentAt: world.clock.now,
    expiresAt: world.clock.now + properties.number("timeout", 60) * 1000,
  });
  return ask(...shown(context, id));
}

function wait(context: NodeContext): Action {
  const { properties, state, world } = context;
  const id = state.getShared(messageKey);
  const device = readPushDevice(state.getShared(deviceKey));
  const user = userOf(context);
  if (typeof id !== "string") return fail("Unable to find push message ID");
  if (!device || !user) return fail("No device profile found on shared state");
  const answer = phoneOf(world).stateOf(id, world.clock.now);
  if (answer === "waiting") {
    const passed = Number(state.getShared(timeKey));
    if (passed >= properties.number("timeout", 60) * 1000) return goTo("timeoutOutcome");
    state.putShared(timeKey, passed + pollInterval);
    return ask(...shown(context, id));
  }
  phoneOf(world).forget(id);
  for (const key of [messageKey, deviceKey, challengeKey]) state.removeShared(key);
  if (answer === "expired") return goTo("timeoutOutcome");
  if (!answer.isApproved) return goTo("failureOutcome");
  const recoveryCodes = properties.flag("generateRecoveryCodes", true) ? newRecoveryCodes(world) : [];
  storePushDevice(world, user, { ...device, recoveryCodes });
  leaveRecoveryCodes(state, device.deviceName, recoveryCodes);
  return goTo("successOutcome");
}

function shown({ properties, state, world }: NodeContext, id: string): readonly Callback[] {
  const issuer = encodeURIComponent(properties.text("issuer", "ForgeRock"));
  const account = encodeURIComponent(String(state.get("username")));
  const link = `pushauth://push/${issuer}:${account}?m=${encodeURIComponent(id)}`;
  const message =
    world.localise(properties.map("scanQRCodeMessage")) ?? "Scan the QR code image below with the authenticator app.";
  return [
    textOutputCallback({ message }),
    scriptTextOutputCallback({ message: `// Draws the QR code of ${link}` }),
    hiddenValueCallback({ id: "mfaDeviceRegistration", value: link }),
    pollingWaitCallback({ waitTime: String(pollInterval) }),
  ];
}
