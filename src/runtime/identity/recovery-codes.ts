import type { NodeState } from "../node-state.js";
import type { World } from "../world/world.js";

/** Ten recovery codes that work once each. */
export function newRecoveryCodes(world: World): readonly string[] {
  return Array.from({ length: 10 }, () => world.random.text(10, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"));
}

/** Leaves a device's new recovery codes for the node that shows them. A device without codes leaves nothing. */
export function leaveRecoveryCodes(state: NodeState, deviceName: string, codes: readonly string[]): void {
  if (codes.length === 0) return;
  state.putTransient("recoveryCodes", codes);
  state.putTransient("recoveryCodeDeviceName", deviceName);
}
