import { idOf, readable } from "../runtime/world/identity-store.js";
import { getOwn } from "../text/json.js";
import type { Endpoint, Exchange, Respond } from "./exchange.js";
import { Refusal } from "./refusal.js";
import { type Reply, reply } from "./reply.js";
import { readJsonBody } from "./request-body.js";
import { validateGoto } from "./validate-goto.js";

/** `users`: whose the session is, where to go, and the attributes of the session's owner. */
export const users: Endpoint = {
  POST(exchange) {
    const action = exchange.query("_action") ?? "";
    const respond = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (respond === undefined) throw new Refusal(400, `Action ${action} is not supported for users`);
    return respond(exchange);
  },
  GET: readUser,
};

const actions: { readonly [action: string]: Respond } = {
  idFromSession(exchange) {
    const { username, universalId, realm } = sessionOf(exchange);
    const successURL = exchange.tenant.successUrl;
    return reply({ id: username, realm, dn: universalId, successURL, fullLoginURL: loginUrl(exchange) });
  },
  async validateGoto(exchange) {
    const { value: body = {} } = await readJsonBody(exchange);
    const given = getOwn(body, "goto");
    return reply({ successURL: validateGoto(typeof given === "string" ? given : "", exchange) });
  },
};

/** As the platform answers it, but without the attributes that only its directory has. */
function readUser(exchange: Exchange): Reply {
  const [, name] = exchange.address.path;
  const session = sessionOf(exchange);
  const user = exchange.tenant.world.identities.findUser(name ?? "");
  // Users read themselves; others need an administrator, of whom there is none.
  if (name !== session.username && (user === undefined || idOf(user) !== idOfOwner(exchange))) {
    throw new Refusal(403, "Access Denied");
  }
  const attributes = user === undefined ? {} : readable(user);
  const lists = Object.entries(attributes).flatMap(([key, value]) =>
    typeof value === "string" && key !== "_id" ? [[key, [value]] as const] : [],
  );
  return reply({
    _id: name,
    username: session.username,
    realm: session.realm,
    universalid: [session.universalId],
    roles: [],
    ...Object.fromEntries(lists),
  });
}

function idOfOwner(exchange: Exchange): string | undefined {
  const owner = exchange.tenant.world.identities.findUser(sessionOf(exchange).username);
  return owner && idOf(owner);
}

function sessionOf(exchange: Exchange) {
  const { session, tenant } = exchange;
  if (session === undefined) throw new Refusal(401, "Access Denied");
  tenant.sessions.touch(session);
  return session;
}

/** Where the session's owner signs on. */
function loginUrl({ basePath, tenant }: Exchange): string {
  return `${basePath}/XUI/?realm=${tenant.realm}`;
}
