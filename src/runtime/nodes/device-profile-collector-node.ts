import { isJsonObject } from "../../text/json.js";
import { type Action, ask, fail, onward } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { deviceProfileCallback } from "../callbacks/device-profile-callback.js";
import { deviceProfileKey } from "../identity/devices.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Asks the client for a profile of its device. */
export const deviceProfileCollectorNode: NodeBehaviour = {
  type: "DeviceProfileCollectorNode",
  runs: "fully",
  note: "The text of its error for a profile that is not JSON is our own.",
  process({ callbacks, properties, state, world }: NodeContext): Action {
    const metadata = properties.flag("deviceMetadata", true);
    const location = properties.flag("deviceLocation", false);
    const [answer] = callbacks;
    const text = answer ? textOf(answer) : "";
    if (text === "") {
      const message = world.localise(properties.map("message")) ?? "";
      return ask(deviceProfileCallback({ metadata, location, message }));
    }
    if (new TextEncoder().encode(text).length > properties.number("maximumSize", 3) * 1024)
      return fail("Captured data exceed maximum accepted size");
    const profile = parse(text);
    if (!profile) return fail("The device profile is not JSON");
    if (!("identifier" in profile)) return fail("Device Identifier is not captured");
    state.putShared(deviceProfileKey, profile);
    return onward;
  },
};

function parse(text: string): { readonly [key: string]: JsonValue } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
