import { type Action, decide, goTo } from "../action.js";
import { deviceProfileOf, distanceBetween, locationOf, storedDevice } from "../identity/devices.js";
import { userOf } from "../identity/oath-device.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Compares the device's location with the one stored for the trusted device. */
export const deviceLocationMatchNode: NodeBehaviour = {
  type: "DeviceLocationMatchNode",
  runs: "fully",
  note: "The distance is in kilometres.",
  inputs: () => ["username", "forgeRock.device.profile"],
  process(context: NodeContext): Action {
    const profile = deviceProfileOf(context.state);
    const user = userOf(context);
    const before = locationOf(user && profile && storedDevice(user, profile));
    const now = locationOf(profile);
    if (!before || !now) return goTo("unknownDevice");
    return decide(distanceBetween(before, now) <= context.properties.number("distance", 10));
  },
};
