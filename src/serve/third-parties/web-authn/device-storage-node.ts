import { type Action, goTo } from "../../../runtime/action.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import { readDevice, storeDevices, webAuthnDevicesOf } from "../../../runtime/identity/web-authn-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { withRecoveryCodes } from "./registration-node.js";

/** Stores the authenticator that a registration has left in state. */
export const webAuthnDeviceStorageNode: NodeBehaviour = {
  type: "WebAuthnDeviceStorageNode",
  runs: "fully",
  inputs: () => ["username", "webauthnDeviceData"],
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    const user = userOf(context);
    if (!user) return goTo("failure");
    const devices = webAuthnDevicesOf(user);
    const most = properties.number("maxSavedDevices", 0);
    if (most > 0 && devices.length >= most) return goTo("exceedDeviceLimit");
    const device = readDevice(state.get("webauthnDeviceData"));
    if (!device) return goTo("failure");
    storeDevices(world, user, [...devices, withRecoveryCodes(context, device)]);
    return goTo("success");
  },
};
