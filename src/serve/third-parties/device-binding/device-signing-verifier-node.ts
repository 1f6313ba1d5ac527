import { type Action, ask, fail, goTo } from "../../../runtime/action.js";
import { textOf } from "../../../runtime/callbacks/callback.js";
import { deviceSigningVerifierCallback } from "../../../runtime/callbacks/device-signing-verifier-callback.js";
import { universalIdOf } from "../../../runtime/engine/run-end.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { newChallenge } from "../new-challenge.js";
import { type BoundDevice, boundDevicesOf, storeBoundDevice } from "./bound-device.js";
import { promptOf } from "./prompt.js";
import { problemOf, readSignature } from "./signed-challenge.js";

const challengeKey = "DeviceSigningVerifierNode.CHALLENGE";

/** Lets a bound device sign a challenge, or a value of node state. */
export const deviceSigningVerifierNode: NodeBehaviour = {
  type: "DeviceSigningVerifierNode",
  runs: "fully",
  inputs: (properties) => ["username", ...signedKeyOf(properties)],
  process(context: NodeContext): Action | Promise<Action> {
    const { callbacks, state } = context;
    const [answer] = callbacks;
    const jws = answer ? textOf(answer, "jws") : "";
    if (jws !== "") return verify(context, jws);
    const clientError = answer ? textOf(answer, "clientError") : "";
    if (clientError !== "") return goTo(clientError);
    const user = userOf(context);
    if (user !== undefined) {
      const problem = problemOfUser(context, user);
      if (problem !== undefined) return problem;
      return boundDevicesOf(user).length === 0 ? goTo("noDeviceRegistered") : askDevice(context, user);
    }
    // Without a name, the device says who its user is.
    return state.isDefined("username") ? unknownUser(context) : askDevice(context, undefined);
  },
};

/** The key of node state whose value is signed, where it is no random challenge. */
function signedKeyOf(properties: NodeContext["properties"]): readonly string[] {
  return properties.flag("challenge", true) ? [] : [properties.text("sharedStateAttribute")];
}

function askDevice(context: NodeContext, user: ManagedObject | undefined): Action {
  const { properties, state, world } = context;
  const [signedKey] = signedKeyOf(properties);
  const challenge = signedKey === undefined ? newChallenge(world) : state.get(signedKey);
  if (typeof challenge !== "string") return refuse(context, `${signedKey} missing from shared state`);
  if (signedKey === undefined) state.putShared(challengeKey, challenge);
  const userId = user === undefined ? "" : universalIdOf(nameOf(user), undefined, world);
  return ask(deviceSigningVerifierCallback({ ...promptOf(context), userId, challenge }));
}

async function verify(context: NodeContext, jws: string): Promise<Action> {
  const { properties, state, world } = context;
  const signature = readSignature(jws);
  if (signature === undefined) return goTo("failure");
  const { user, refusal } = userOfSubject(context, signature.subject);
  if (user === undefined) return refusal;
  const devices = boundDevicesOf(user);
  if (devices.length === 0) return goTo("noDeviceRegistered");
  const device = devices.find(({ key }) => key.kid !== undefined && key.kid === signature.keyId);
  if (device === undefined) return goTo("keyNotFound");
  const [signedKey = challengeKey] = signedKeyOf(properties);
  const challenge = state.get(signedKey);
  if (typeof challenge !== "string") return refuse(context, `${signedKey} missing from shared state`, "INVALID_CLAIM");
  const problem = await problemOf(jws, device.key, {
    challenge,
    applicationIds: properties.texts("applicationIds"),
    now: world.clock.now,
    skewAllowance: properties.number("skewAllowance", 60),
  });
  if (problem !== undefined) {
    state.putShared(failureKey, problem);
    return goTo("failure");
  }
  return signIn(context, user, device, jws);
}

function signIn({ state, world }: NodeContext, user: ManagedObject, device: BoundDevice, jws: string): Action {
  storeBoundDevice(world, user, { ...device, lastAccessDate: world.clock.now });
  const name = nameOf(user);
  state.putShared("username", name);
  state.putTransient("DeviceSigningVerifierNode.JWT", jws);
  const identity = { name, type: "user" } as const;
  return goTo("success", { identity: { ...identity, universalId: universalIdOf(name, identity, world) } });
}

type SubjectUser =
  | { readonly user: ManagedObject; readonly refusal?: undefined }
  | { readonly user?: undefined; readonly refusal: Action };

/** The user whom the signature names: nobody else where the journey knows its user. */
function userOfSubject(context: NodeContext, subject: string | undefined): SubjectUser {
  const { state, world } = context;
  if (subject === undefined || subject === "")
    return { refusal: refuse(context, "Invalid Subject", "INVALID_SUBJECT") };
  const known = userOf(context);
  if (known === undefined && state.isDefined("username")) return { refusal: unknownUser(context) };
  if (known !== undefined && universalIdOf(nameOf(known), undefined, world) !== subject) {
    return { refusal: refuse(context, "Invalid Subject", "INVALID_SUBJECT") };
  }
  const user = known ?? userByUniversalId(context, subject);
  if (user === undefined) return { refusal: refuse(context, "User does not exist.", "INVALID_USER") };
  const refusal = problemOfUser(context, user);
  return refusal ? { refusal } : { user };
}

function userByUniversalId({ world }: NodeContext, universalId: string): ManagedObject | undefined {
  const [, id = ""] = /^id=([^,]+),/.exec(universalId) ?? [];
  const user = world.identities.get(id);
  return user && universalIdOf(nameOf(user), undefined, world) === universalId ? user : undefined;
}

function problemOfUser(context: NodeContext, user: ManagedObject): Action | undefined {
  if (context.world.identities.isActive(user)) return undefined;
  return refuse(context, "User status is not active.", "NOT_ACTIVE_USER");
}

function unknownUser(context: NodeContext): Action {
  return refuse(context, "Failed to get the identity object", "INVALID_USER");
}

const failureKey = "DeviceSigningVerifierNode.FAILURE";

/** Throws, or, where the node captures failures, leaves by its outcome. */
function refuse({ properties, state }: NodeContext, message: string, reason?: string): Action {
  if (reason !== undefined) state.putShared(failureKey, reason);
  return properties.flag("captureFailure", false) ? goTo("failure") : fail(message);
}

function nameOf(user: ManagedObject): string {
  return String(user.userName ?? user._id);
}
