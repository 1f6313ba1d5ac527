import { type Action, ask, decide, stub } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { nameCallback } from "../callbacks/name-callback.js";
import { oathDeviceOf, storeOathDevice, userOf } from "../identity/oath-device.js";
import { storeDevices, webAuthnDevicesOf } from "../identity/web-authn-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";

/** Asks for a recovery code; each code works once. */
export const recoveryCodeCollectorDecisionNode: NodeBehaviour = {
  type: "RecoveryCodeCollectorDecisionNode",
  runs: "partly",
  note: "Knows no recovery codes of push devices.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const { callbacks, properties, world } = context;
    const type = properties.text("recoveryCodeType", "OATH");
    if (type === "PUSH") return stub("Recovery codes of push devices are not simulated");
    const [answer] = callbacks;
    const code = answer ? textOf(answer) : "";
    if (code === "") return ask(nameCallback({ prompt: "Recovery Code" }));
    const user = userOf(context);
    if (!user) return decide(false);
    return decide(type === "OATH" ? useOathCode(world, user, code) : useWebAuthnCode(world, user, code));
  },
};

function useOathCode(world: World, user: ManagedObject, code: string): boolean {
  const device = oathDeviceOf(user);
  if (!device?.recoveryCodes.includes(code)) return false;
  storeOathDevice(world, user, { ...device, recoveryCodes: without(device.recoveryCodes, code) });
  return true;
}

/** The platform looks at the first device only. */
function useWebAuthnCode(world: World, user: ManagedObject, code: string): boolean {
  const [device, ...others] = webAuthnDevicesOf(user);
  if (!device?.recoveryCodes.includes(code)) return false;
  storeDevices(world, user, [{ ...device, recoveryCodes: without(device.recoveryCodes, code) }, ...others]);
  return true;
}

function without(codes: readonly string[], used: string): readonly string[] {
  return codes.filter((code) => code !== used);
}
