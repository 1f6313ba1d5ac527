import { type Callback, outputOf, textOf } from "../../../runtime/callbacks/callback.js";
import type { NodeContext } from "../../../runtime/node-behaviour.js";
import { newChallenge } from "../new-challenge.js";
import type { Expected } from "./responses.js";

/** The shared key of the challenge. The platform leaves it there, so that a second node of a journey uses it again. */
const challengeKey = "web-authn-challenge";

/** The challenge of this journey, in base64. */
export function challengeOf({ state, world }: NodeContext): string {
  const known = state.getShared(challengeKey);
  if (typeof known === "string") return known;
  const challenge = newChallenge(world);
  state.putShared(challengeKey, challenge);
  return challenge;
}

/** The hidden value that the browser has filled in; empty before it has. */
export function hiddenValueOf(callbacks: readonly Callback[]): string {
  const hidden = callbacks.find(({ type }) => type === "HiddenValueCallback");
  return hidden ? textOf(hidden) : "";
}

/** The domain that credentials belong to: the node's own, else that of the page. `undefined` where the request names none. */
export function relyingPartyId({ properties, world }: NodeContext): string | undefined {
  const own = properties.text("relyingPartyDomain");
  if (own !== "") return own;
  const [origin = world.request.serverUrl ?? ""] = world.header("origin");
  return URL.canParse(origin) ? new URL(origin).hostname : undefined;
}

/** What a signature must say, once the domain is known. */
export function expected(context: NodeContext, relyingParty: string): Expected {
  const { properties, world } = context;
  const origins = properties.texts("origins");
  return {
    challenge: Uint8Array.from(atob(challengeOf(context)), (unit) => unit.charCodeAt(0)),
    relyingPartyId: relyingParty,
    origins: origins.length > 0 ? origins : world.header("origin").slice(0, 1),
    requireUserVerification: properties.text("userVerificationRequirement", "PREFERRED") === "REQUIRED",
  };
}

/** The extensions that earlier nodes ask for; `undefined` where the state holds something else, for which the platform throws. */
export function extensionsOf({ state }: NodeContext) {
  return state.get("webAuthnExtensions") ?? {};
}

/** Whether a button with this text was pressed: the index of the only option. */
export function isPressed(callbacks: readonly Callback[]): boolean {
  const buttons = callbacks.find(({ type }) => type === "ConfirmationCallback");
  return buttons !== undefined && outputOf(buttons, "options") !== undefined && textOf(buttons) === "0";
}
