import { type Action, decide } from "../../../runtime/action.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { readBoundDevice, storeBoundDevice } from "./bound-device.js";

/** Stores the device that a binding has left in state. */
export const deviceBindingStorageNode: NodeBehaviour = {
  type: "DeviceBindingStorageNode",
  runs: "fully",
  inputs: () => ["realm", "username", "DeviceBinding.DEVICE"],
  process(context: NodeContext): Action {
    const user = userOf(context);
    const device = readBoundDevice(context.state.get("DeviceBinding.DEVICE"));
    if (!user || !device) return decide(false);
    storeBoundDevice(context.world, user, device);
    return decide(true);
  },
};
