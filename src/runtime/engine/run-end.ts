import type { Identity } from "../action.js";
import type { JsonValue } from "../machine.js";
import type { RunSession } from "../run.js";
import { idOf } from "../world/identity-store.js";
import type { World } from "../world/world.js";
import { askedPage } from "./asked-page.js";
import type { CollectedEffects } from "./collected-effects.js";

type JsonMap = { readonly [key: string]: JsonValue };

/** The endpoint's answer when a journey is over. */
export interface RunEnd {
  readonly status: "success" | "failure" | "error";
  readonly body: JsonMap;
  readonly message?: string;
  readonly detail?: JsonMap;
  readonly session?: RunSession;
  readonly successUrl?: string;
  readonly failureUrl?: string;
  /** The reason why a journey that reached `success` has failed nevertheless. */
  readonly problem?: string;
}

/**
 * Makes the answer of a journey that reached `success`. Without a username no session can be made, and sign-on fails; it fails for
 * an inactive account too, as the documentation of the Success node says.
 */
export function endInSuccess(
  shared: ReadonlyMap<string, JsonValue>,
  effects: CollectedEffects,
  world: World,
  noSession: boolean,
): RunEnd {
  const successUrl = pageToGoTo(
    shared,
    world,
    "goto",
    "successUrl",
    world.options.urls?.success ?? `/enduser/?realm=${world.realm}`,
  );
  const username = shared.get("username");
  const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
  if (user && !world.identities.isActive(user)) {
    const failed = endInFailure(shared, effects, world);
    const message = "User Locked Out.";
    const body = { ...failed.body, message };
    return { ...failed, body, message, problem: "The account is inactive, so success fails, as on the platform" };
  }
  const body = { successUrl, realm: world.realm, ...Object.fromEntries(effects.successDetails) };
  if (noSession) return { status: "success", body, successUrl };
  if (typeof username !== "string" || username === "") {
    const failed = endInFailure(shared, effects, world);
    return {
      ...failed,
      problem: "Nobody is signed on: there is no `username` in shared state, so no session can be made",
    };
  }
  const session = makeSession(username, shared, effects, world);
  const repeated = [...effects.successSessionProperties].flatMap(([name, property]) => {
    const value = session.properties[property];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { status: "success", body: { ...body, ...Object.fromEntries(repeated) }, session, successUrl };
}

function makeSession(
  username: string,
  shared: ReadonlyMap<string, JsonValue>,
  { identity, sessionProperties, maxSessionTime, maxIdleTime }: CollectedEffects,
  world: World,
): RunSession {
  const level = shared.get("authLevel");
  return {
    username,
    universalId: universalIdOf(username, identity, world),
    realm: world.realm,
    authLevel: typeof level === "number" ? level : 0,
    properties: { ...world.session?.properties, ...Object.fromEntries(sessionProperties) },
    ...(maxSessionTime !== undefined && { maxSessionTime }),
    ...(maxIdleTime !== undefined && { maxIdleTime }),
  };
}

/**
 * The universal id of the session's owner, in the platform's form: `id=<_id>,ou=user,o=alpha,ou=services,ou=am-config`.
 */
export function universalIdOf(username: string, identity: Identity | undefined, world: World): string {
  if (identity?.universalId !== undefined) return identity.universalId;
  const object = world.identities.findUser(username);
  const kind = identity?.type ?? "user";
  const name = object ? idOf(object) : username;
  return `id=${name},ou=${kind},o=${world.realm.replace(/^\//, "")},ou=services,ou=am-config`;
}

/** Makes the answer of a journey that reached `failure`. */
export function endInFailure(
  shared: ReadonlyMap<string, JsonValue>,
  effects: CollectedEffects,
  world: World,
  fixed?: { readonly message: string; readonly detail?: JsonMap },
): RunEnd {
  const failureUrl = pageToGoTo(shared, world, "gotoOnFail", "failureUrl", world.options.urls?.failure ?? "");
  const told = [effects.failure.message, shared.get("lockoutMessage"), shared.get("errorMessage"), "Login failure"];
  const message = fixed?.message ?? told.find((text) => typeof text === "string" && text !== "")?.toString() ?? "";
  const detail = fixed?.detail ?? { failureUrl, ...effects.failure.details };
  const body = { code: 401, reason: "Unauthorized", message, ...(fixed && !fixed.detail ? {} : { detail }) };
  return { status: "failure", body, message, detail, failureUrl };
}

/** Makes the answer of a journey whose node threw. The platform's exact body for this case is not known. */
export function endInError(shared: ReadonlyMap<string, JsonValue>, effects: CollectedEffects, world: World): RunEnd {
  const { message = "Login failure", details } = effects.error;
  const failureUrl = pageToGoTo(shared, world, "gotoOnFail", "failureUrl", world.options.urls?.failure ?? "");
  const ended = endInFailure(shared, effects, world, { message, detail: { failureUrl, ...details } });
  return { ...ended, status: "error" };
}

/**
 * Chooses the page to go to: the request's `goto` first, then the one set by the journey, then the realm's.
 */
function pageToGoTo(
  shared: ReadonlyMap<string, JsonValue>,
  world: World,
  parameter: string,
  key: string,
  ofRealm: string,
): string {
  const asked = askedPage(world.request, parameter);
  if (asked !== undefined) return asked;
  const set = shared.get(key);
  return typeof set === "string" && set !== "" ? set : ofRealm;
}
