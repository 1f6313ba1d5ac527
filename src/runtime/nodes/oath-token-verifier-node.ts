import { type Action, ask, fail, goTo } from "../action.js";
import { indexOf, textOf } from "../callbacks/callback.js";
import { confirmationCallback } from "../callbacks/confirmation-callback.js";
import { nameCallback } from "../callbacks/name-callback.js";
import type { OathDevice } from "../identity/oath-device.js";
import { oathDeviceOf, readOathDevice, storeOathDevice, userOf } from "../identity/oath-device.js";
import { type CodeSettings, fromBase32, oneTimeCode } from "../identity/one-time-code.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import type { Properties } from "../properties.js";

/** Asks for the code of an authenticator app and computes whether it is right. */
export const oathTokenVerifierNode: NodeBehaviour = {
  type: "OathTokenVerifierNode",
  runs: "fully",
  note: "Accepts codes of 6 and of 8 digits.",
  inputs: () => ["username", "oathDeviceProfile"],
  async process(context: NodeContext): Promise<Action> {
    const { callbacks, properties, state, world } = context;
    const user = userOf(context);
    if (!user) return fail("Expected username to be set.");
    const device = oathDeviceOf(user) ?? readOathDevice(state.get("oathDeviceProfile"));
    if (!device) return goTo("notRegisteredOutcome");
    const [answer, button] = callbacks;
    if (!answer) {
      const options = properties.flag("isRecoveryCodeAllowed", false) ? ["Submit", "Use recovery code"] : ["Submit"];
      return ask(nameCallback({ prompt: "Enter verification code" }), confirmationCallback({ options }));
    }
    if (button && indexOf(button) === 1) return goTo("recoveryCodeOutcome");
    const counter = await matchingCounter(textOf(answer), device, properties, world.clock.now);
    if (counter === undefined) return goTo("failureOutcome");
    if (oathDeviceOf(user)) storeOathDevice(world, user, { ...device, counter });
    return goTo("successOutcome");
  },
};

/**
 * The counter to store when the code is right; `undefined` when it is wrong. A TOTP code of an earlier or the same
 * interval is refused, so that no code works twice.
 */
async function matchingCounter(
  code: string,
  device: OathDevice,
  properties: Properties,
  now: number,
): Promise<number | undefined> {
  if (!/^(\d{6}|\d{8})$/.test(code)) return undefined;
  const secret = fromBase32(device.secret);
  const settings: CodeSettings = {
    digits: code.length,
    hash: hashOf(properties.text("totpHashAlgorithm", "HMAC_SHA1")),
  };
  const usesCounter = properties.text("algorithm", "TOTP") === "HOTP";
  const present = Math.floor(now / 1000 / properties.number("totpTimeInterval", 30));
  const steps = properties.number("totpTimeSteps", 2);
  const first = usesCounter ? device.counter : Math.max(present - steps, device.counter + 1);
  const last = usesCounter ? device.counter + properties.number("hotpWindowSize", 100) : present + steps;
  for (let counter = first; counter <= last; counter++) {
    if ((await oneTimeCode(secret, counter, settings)) === code) return usesCounter ? counter + 1 : counter;
  }
  return undefined;
}

function hashOf(name: string): CodeSettings["hash"] {
  if (name === "HMAC_SHA256") return "SHA-256";
  return name === "HMAC_SHA512" ? "SHA-512" : "SHA-1";
}
