import { type Action, fail, goTo } from "../../../runtime/action.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import { leaveRecoveryCodes, newRecoveryCodes } from "../../../runtime/identity/recovery-codes.js";
import {
  storeDevices,
  type WebAuthnDevice,
  webAuthnDevicesOf,
  writeDevice,
} from "../../../runtime/identity/web-authn-device.js";
import type { JsonValue } from "../../../runtime/machine.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { idOf } from "../../../runtime/world/identity-store.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { isJsonObject } from "../../../text/json.js";
import { base64Url, bytesFromBase64Url } from "../../base64url.js";
import { askBrowser, credentials } from "./ask-browser.js";
import { challengeOf, expected, extensionsOf, hiddenValueOf, relyingPartyId } from "./ceremony.js";
import { goOnWithoutData, readClientAnswer, readRegistration } from "./client-answer.js";
import { loadVerifier } from "./load-verifier.js";

/** Registers an authenticator of the browser. */
export const webAuthnRegistrationNode: NodeBehaviour = {
  type: "WebAuthnRegistrationNode",
  runs: "partly",
  note: "Trust in makers of authenticators (`trustStoreAlias`, certification) is not checked.",
  inputs: () => ["username"],
  async process(context: NodeContext): Promise<Action> {
    const { callbacks } = context;
    const user = userOf(context);
    const value = hiddenValueOf(callbacks);
    if (value === "") return user ? askForCredential(context, user) : goTo("failure");
    return register(context, user, value);
  },
};

function askForCredential(context: NodeContext, user: ManagedObject): Action {
  const { properties, state } = context;
  const devices = webAuthnDevicesOf(user);
  const most = properties.number("maxSavedDevices", 0);
  if (!properties.flag("postponeDeviceProfileStorage", false) && most > 0 && devices.length >= most) {
    return goTo("exceedDeviceLimit");
  }
  const extensions = extensionsOf(context);
  if (!isJsonObject(extensions)) return fail("Extensions must be a map");
  const isExcluding = properties.flag("excludeCredentials", false);
  const excluded = credentials(
    isExcluding ? devices.flatMap(({ credentialId }) => bytesFromBase64Url(credentialId) ?? []) : [],
  );
  const algorithms = properties
    .texts("acceptedSigningAlgorithms", ["ES256", "RS256"])
    .flatMap((name) => coseNumbers[name] ?? []);
  const userName = typeof user.userName === "string" ? user.userName : idOf(user);
  const shown = state.getShared(properties.text("displayNameSharedState"));
  const party = properties.text("relyingPartyDomain");
  const selection = authenticatorSelection(context);
  return askBrowser(context, {
    _action: "webauthn_registration",
    challenge: challengeOf(context),
    attestationPreference: properties.text("attestationPreference", "NONE").toLowerCase(),
    userName,
    userId: base64Url(new TextEncoder().encode(idOf(user))),
    relyingPartyName: properties.text("relyingPartyName", "ForgeRock"),
    authenticatorSelection: JSON.stringify(selection),
    _authenticatorSelection: selection,
    pubKeyCredParams: `[ ${algorithms.map((alg) => `{ "type": "public-key", "alg": ${alg} }`).join(", ")} ]`,
    _pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    timeout: String(properties.number("timeout", 60) * 1000),
    excludeCredentials: excluded.script,
    _excludeCredentials: excluded.objects,
    displayName: typeof shown === "string" && shown !== "" ? shown : userName,
    relyingPartyId: party === "" ? "" : `id: "${party}",`,
    _relyingPartyId: party,
    extensions,
  });
}

function authenticatorSelection({ properties }: NodeContext): { readonly [name: string]: JsonValue } {
  const attachment = properties.text("authenticatorAttachment", "UNSPECIFIED");
  const isResident = properties.flag("requiresResidentKey", false);
  return {
    userVerification: properties.text("userVerificationRequirement", "PREFERRED").toLowerCase(),
    ...(attachment !== "UNSPECIFIED" && { authenticatorAttachment: attachment.toLowerCase().replace("_", "-") }),
    residentKey: isResident ? "required" : "discouraged",
    ...(isResident && { requireResidentKey: true }),
  };
}

async function register(context: NodeContext, user: ManagedObject | undefined, value: string): Promise<Action> {
  const { properties, state, world } = context;
  const answer = readClientAnswer(value);
  if (answer.kind !== "data") return goOnWithoutData(context, answer);
  const response = readRegistration(answer.text);
  const party = relyingPartyId(context);
  if (response === undefined) return fail("The value of webAuthnOutcome is no registration");
  if (party === undefined) return fail("Unable to parse host URL.");
  const { verifyRegistration } = await loadVerifier();
  const credential = await verifyRegistration(response, expected(context, party));
  if (credential === undefined || user === undefined) return goTo("failure");

  state.putTransient("webauthnAttestationInfo", {
    flags: credential.flags,
    ...(answer.attachment !== undefined && { authenticatorAttachment: answer.attachment }),
  });
  if (properties.flag("storeAttestationDataInTransientState", false)) {
    state.putTransient("webauthnData", answer.text);
    state.putTransient("webauthnAttestationType", credential.attestationType);
    state.putTransient("webauthnDeviceAaguid", credential.aaguid);
  }
  const device: WebAuthnDevice = {
    uuid: world.random.uuid(),
    credentialId: response.credentialId,
    publicKey: credential.publicKey,
    deviceName: response.deviceName ?? "New Security Key",
    signCount: credential.signCount,
    createdDate: world.clock.now,
    lastAccessDate: world.clock.now,
    recoveryCodes: [],
  };
  if (properties.flag("postponeDeviceProfileStorage", false)) {
    state.putTransient("webauthnDeviceData", writeDevice(device));
  } else {
    storeDevices(world, user, [...webAuthnDevicesOf(user), withRecoveryCodes(context, device)]);
  }
  return goTo("success");
}

/** The device with recovery codes, which a later node shows, where the node makes them. */
export function withRecoveryCodes({ properties, state, world }: NodeContext, device: WebAuthnDevice): WebAuthnDevice {
  if (!properties.flag("generateRecoveryCodes", true)) return device;
  const recoveryCodes = newRecoveryCodes(world);
  leaveRecoveryCodes(state, device.deviceName, recoveryCodes);
  return { ...device, recoveryCodes };
}

/** The numbers of signing algorithms, as IANA lists them for COSE. */
const coseNumbers: Readonly<Record<string, number>> = {
  ES256: -7,
  ES384: -35,
  ES512: -36,
  RS256: -257,
  RS384: -258,
  RS512: -259,
  RS1: -65535,
  EDDSA: -8,
};
