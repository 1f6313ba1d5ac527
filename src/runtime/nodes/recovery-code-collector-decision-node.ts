import { type Action, ask, decide, stub } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { nameCallback } from "../callbacks/name-callback.js";
import { oathDeviceOf, storeOathDevice, userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks for a recovery code; each code works once. */
export const recoveryCodeCollectorDecisionNode: NodeBehaviour = {
  type: "RecoveryCodeCollectorDecisionNode",
  runs: "partly",
  note: "Knows the recovery codes of OATH devices only.",
  inputs: () => ["username"],
  process(context: NodeContext): Action {
    const { callbacks, properties, world } = context;
    if (properties.text("recoveryCodeType", "OATH") !== "OATH")
      return stub("Only recovery codes of OATH devices are simulated");
    const [answer] = callbacks;
    const code = answer ? textOf(answer) : "";
    if (code === "") return ask(nameCallback({ prompt: "Recovery Code" }));
    const user = userOf(context);
    const device = user && oathDeviceOf(user);
    if (!user || !device?.recoveryCodes.includes(code)) return decide(false);
    storeOathDevice(world, user, { ...device, recoveryCodes: device.recoveryCodes.filter((each) => each !== code) });
    return decide(true);
  },
};
