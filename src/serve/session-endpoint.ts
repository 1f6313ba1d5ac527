import { getOwn } from "../text/json.js";
import { sessionCookie } from "./cookies.js";
import type { Endpoint, Exchange } from "./exchange.js";
import { Refusal } from "./refusal.js";
import { type Reply, reply } from "./reply.js";
import { readJsonBody } from "./request-body.js";
import type { UserSession } from "./sessions.js";

/** `sessions`: what is known of a session, and its end. */
export const sessionEndpoint: Endpoint = {
  async POST(exchange) {
    const action = exchange.query("_action") ?? "";
    if (!Object.hasOwn(actions, action)) throw new Refusal(400, `Action ${action} is not supported for sessions`);
    const { value: body = {} } = await readJsonBody(exchange);
    const given = getOwn(body, "tokenId") ?? exchange.query("tokenId");
    const session = typeof given === "string" ? exchange.tenant.sessions.find(given) : exchange.session;
    return actions[action]?.(exchange, session) ?? { status: 204, body: undefined };
  },
};

const actions: { readonly [action: string]: (exchange: Exchange, session: UserSession | undefined) => Reply } = {
  getSessionInfo(_, session) {
    return reply(sessionInfo(required(session)));
  },
  validate(_, session) {
    if (session === undefined) return reply({ valid: false });
    const { contextId, username, realm } = session;
    return reply({ valid: true, sessionUid: contextId, uid: username, realm });
  },
  refresh({ tenant }, session) {
    const { username, realm, expires } = required(session);
    tenant.sessions.touch(required(session));
    const left = Math.max(0, Math.floor((expires - tenant.world.clock.now) / 1000));
    return reply({ uid: username, realm, idletime: 0, maxtime: left });
  },
  logout(exchange, session) {
    exchange.tenant.sessions.end(required(session));
    const cookie = sessionCookie(exchange.state.cookieName, "", exchange);
    return reply({ result: "Successfully logged out" }, { cookies: [cookie] });
  },
};

function sessionInfo({ username, universalId, realm, latestAccess, idleMilliseconds, expires, ...facts }: UserSession) {
  return {
    username,
    universalId,
    realm,
    latestAccessTime: timeText(latestAccess),
    maxIdleExpirationTime: timeText(latestAccess + idleMilliseconds),
    maxSessionExpirationTime: timeText(expires),
    properties: { AMCtxId: facts.contextId, ...facts.properties },
  };
}

/** As the platform writes it: without milliseconds. */
function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

function required(session: UserSession | undefined): UserSession {
  if (session === undefined) throw new Refusal(401, "Access Denied");
  return session;
}
