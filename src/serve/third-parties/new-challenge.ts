import type { World } from "../../runtime/world/world.js";

/** A new challenge for a device to sign, in base64: 32 random bytes. */
export function newChallenge({ random }: Pick<World, "random">): string {
  return btoa(String.fromCharCode(...random.bytes(32)));
}
