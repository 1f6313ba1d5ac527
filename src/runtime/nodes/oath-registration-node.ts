import { type Action, ask, fail, goTo } from "../action.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { hiddenValueCallback } from "../callbacks/hidden-value-callback.js";
import { scriptTextOutputCallback } from "../callbacks/script-text-output-callback.js";
import { textOutputCallback } from "../callbacks/text-output-callback.js";
import { oathDeviceOf, readOathDevice, storeOathDevice, userOf, writeOathDevice } from "../identity/oath-device.js";
import { toBase32 } from "../identity/one-time-code.js";
import { leaveRecoveryCodes, newRecoveryCodes } from "../identity/recovery-codes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import type { Properties } from "../properties.js";
import type { World } from "../world/world.js";

/** Registers an authenticator app: shows the link to scan, and stores the secret. */
export const oathRegistrationNode: NodeBehaviour = {
  type: "OathRegistrationNode",
  runs: "partly",
  note: "The QR code is a script comment that contains the link; the device is stored without encryption.",
  inputs: () => ["username", "oathDeviceProfile"],
  process(context: NodeContext): Action {
    const { callbacks, properties, state, world } = context;
    const user = userOf(context);
    const username = state.get("username");
    if (!user || typeof username !== "string") return fail("Expected username to be set.");
    if (oathDeviceOf(user)) return goTo("successOutcome");
    const prepared = readOathDevice(state.get(pendingKey));
    if (callbacks.length === 0 || !prepared) {
      const secret = toBase32(world.random.bytes(Math.max(20, properties.number("minSharedSecretLength", 32) / 2)));
      state.putShared(pendingKey, { secret, counter: 0, recoveryCodes: [] });
      return ask(...questions(world, properties, otpauthUri(properties, username, secret)));
    }
    const device = {
      ...prepared,
      recoveryCodes: properties.flag("generateRecoveryCodes", true) ? newRecoveryCodes(world) : [],
    };
    if (properties.flag("postponeDeviceProfileStorage", false)) {
      state.putShared(pendingKey, writeOathDevice(device));
      return goTo("successOutcome");
    }
    state.removeShared(pendingKey);
    storeOathDevice(world, user, device);
    leaveRecoveryCodes(state, "Authenticator", device.recoveryCodes);
    return goTo("successOutcome");
  },
};

/** The state key under which a registered app waits until this node or the storage node stores it. */
const pendingKey = "oathDeviceProfile";

function questions(world: World, properties: Properties, uri: string) {
  const message =
    world.localise(properties.map("scanQRCodeMessage")) ?? "Scan the QR code image below with the authenticator app.";
  return [
    textOutputCallback({ message }),
    scriptTextOutputCallback({ message: `// Draws the QR code of ${uri}` }),
    hiddenValueCallback({ id: "mfaDeviceRegistration", value: uri }),
    confirmationCallback({ options: ["Next"] }),
  ];
}

function otpauthUri(properties: Properties, username: string, secret: string): string {
  const kind = properties.text("algorithm", "TOTP").toLowerCase();
  const issuer = encodeURIComponent(properties.text("issuer", "ForgeRock"));
  const digits = properties.text("passwordLength", "SIX_DIGITS") === "EIGHT_DIGITS" ? 8 : 6;
  const period = properties.number("totpTimeInterval", 30);
  const rest = kind === "hotp" ? "counter=0" : `period=${period}`;
  return `otpauth://${kind}/${issuer}:${encodeURIComponent(username)}?secret=${secret}&issuer=${issuer}&digits=${digits}&${rest}`;
}
