import { type Action, goTo } from "../action.js";
import { readOathDevice, storeOathDevice, userOf } from "../identity/oath-device.js";
import { leaveRecoveryCodes } from "../identity/recovery-codes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Stores the authenticator app that a registration has left in state. */
export const oathDeviceStorageNode: NodeBehaviour = {
  type: "OathDeviceStorageNode",
  runs: "fully",
  inputs: () => ["username", "oathDeviceProfile"],
  process(context: NodeContext): Action {
    const { state, world } = context;
    const device = readOathDevice(state.get("oathDeviceProfile"));
    const user = userOf(context);
    if (!device || !user) return goTo("failureOutcome");
    storeOathDevice(world, user, device);
    state.remove("oathDeviceProfile");
    leaveRecoveryCodes(state, "Authenticator", device.recoveryCodes);
    return goTo("successOutcome");
  },
};
