import { type Action, ask, fail, goTo } from "../../../runtime/action.js";
import { type Callback, textOf } from "../../../runtime/callbacks/callback.js";
import { deviceBindingCallback } from "../../../runtime/callbacks/device-binding-callback.js";
import { universalIdOf } from "../../../runtime/engine/run-end.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { newChallenge } from "../new-challenge.js";
import { boundDevicesOf, storeBoundDevice, writeBoundDevice } from "./bound-device.js";
import { promptOf } from "./prompt.js";
import { problemOf, readSignature } from "./signed-challenge.js";

const challengeKey = "DeviceBindingNode.CHALLENGE";

/** Binds a device to the user: it makes a key, and signs a challenge with it. */
export const deviceBindingNode: NodeBehaviour = {
  type: "DeviceBindingNode",
  runs: "partly",
  note: "Android key attestation is not checked. Whether a device that is bound again keeps its old key is not known; here it does.",
  inputs: () => ["username"],
  process(context: NodeContext): Action | Promise<Action> {
    const { callbacks, properties, world } = context;
    const user = userOf(context);
    if (!user || !world.identities.isActive(user)) return fail("User does not exist or inactive");
    const most = properties.number("maxSavedDevices", 0);
    if (most > 0 && boundDevicesOf(user).length >= most) return goTo("exceedDeviceLimit");
    const [answer] = callbacks;
    if (answer && textOf(answer, "jws") !== "" && textOf(answer, "deviceId") !== "") return bind(context, user, answer);
    const clientError = answer ? textOf(answer, "clientError") : "";
    return clientError === "" ? askDevice(context, user) : goTo(clientError);
  },
};

function askDevice(context: NodeContext, user: ManagedObject): Action {
  const { properties, state, world } = context;
  const challenge = newChallenge(world);
  state.putShared(challengeKey, challenge);
  const username = String(user.userName ?? state.get("username"));
  return ask(
    deviceBindingCallback({
      ...promptOf(context),
      userId: universalIdOf(username, undefined, world),
      username,
      authenticationType: properties.text("authenticationType", "BIOMETRIC_ALLOW_FALLBACK"),
      challenge,
      attestation: properties.flag("attestation", false),
    }),
  );
}

async function bind(context: NodeContext, user: ManagedObject, answer: Callback): Promise<Action> {
  const { properties, state, world } = context;
  const challenge = state.get(challengeKey);
  const jws = textOf(answer, "jws");
  const key = readSignature(jws)?.key;
  if (typeof challenge !== "string" || key === undefined) return goTo("failure");
  const problem = await problemOf(jws, key, {
    challenge,
    applicationIds: properties.texts("applicationIds"),
    now: world.clock.now,
    skewAllowance: properties.number("skewAllowance", 60),
  });
  if (problem !== undefined) return goTo("failure");
  const given = textOf(answer, "deviceName");
  const device = {
    uuid: world.random.uuid(),
    deviceId: textOf(answer, "deviceId"),
    deviceName: given === "" ? "Device Name" : given,
    key,
    createdDate: world.clock.now,
    lastAccessDate: world.clock.now,
  };
  if (properties.flag("postponeDeviceProfileStorage", false)) {
    state.putTransient("DeviceBinding.DEVICE", writeBoundDevice(device));
  } else {
    storeBoundDevice(world, user, device);
  }
  return goTo("success");
}
