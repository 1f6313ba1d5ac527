import { type Action, decide, fail } from "../action.js";
import { deviceProfileOf, distanceBetween, locationOf, missingFromDevice } from "../identity/devices.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides whether the device is near a trusted place. */
export const deviceGeoFencingNode: NodeBehaviour = {
  type: "DeviceGeoFencingNode",
  runs: "fully",
  note: "The distance is in kilometres; places are written `latitude,longitude`.",
  inputs: () => ["forgeRock.device.profile"],
  process({ properties, state }: NodeContext): Action {
    const here = locationOf(deviceProfileOf(state));
    if (!here) return fail(missingFromDevice("location"));
    const near = properties.texts("locations").some((text) => {
      const [latitude = Number.NaN, longitude = Number.NaN] = text.split(",").map(Number);
      return distanceBetween(here, { latitude, longitude }) < properties.number("distance", 10);
    });
    return decide(near);
  },
};
