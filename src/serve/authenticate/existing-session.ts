import { askedPage } from "../../runtime/engine/asked-page.js";
import type { Authentication } from "../authentications.js";
import type { Exchange } from "../exchange.js";
import type { ServedJourney } from "../journeys.js";
import { type Reply, reply } from "../reply.js";
import { SeenRequest } from "../seen-request.js";
import type { UserSession } from "../sessions.js";

/** The query parameter that names a session to be upgraded. */
export const upgradeParameter = "sessionUpgradeSSOTokenId";

/**
 * The session that a journey finds, and that its success replaces.
 *
 * @param kept parameters of the journey's first request, which later ones do not repeat
 */
export function sessionToUpgrade(exchange: Exchange, kept: Authentication["kept"] = {}): UserSession | undefined {
  const given = exchange.query(upgradeParameter) ?? kept[upgradeParameter]?.[0];
  return (given !== undefined && exchange.tenant.sessions.find(given)) || exchange.session;
}

/**
 * The answer without running the journey: its user is signed on already, by this same journey. `undefined` where it must run all the
 * same.
 */
export function answerWithSession(
  exchange: Exchange,
  session: UserSession,
  { id, machine }: ServedJourney,
): Reply | undefined {
  const isForced = exchange.query("ForceAuth") === "true" || machine.meta.settings.mustRun === true;
  if (isForced || session.journey !== id) return undefined;
  const { tenant } = exchange;
  tenant.sessions.touch(session);
  const successUrl = askedPage(new SeenRequest(exchange, {}), "goto") ?? tenant.successUrl;
  return reply({ tokenId: shownToken(exchange, session), successUrl, realm: tenant.realm });
}

/** A client that has its session as a cookie, which scripts of a page cannot read, is not told the token in the body either. */
export function shownToken(exchange: Exchange, session: UserSession): string {
  const hasCookie = exchange.presentedToken?.isCookie === true && exchange.session !== undefined;
  return hasCookie ? "" : session.tokenId;
}
