import { linkNotFound } from "../../runtime/engine/suspension.js";
import { JourneyRun } from "../../runtime/journey-run.js";
import { RunError } from "../../runtime/run.js";
import type { World } from "../../runtime/world/world.js";
import { getOwn, type JsonObject } from "../../text/json.js";
import { readAuthId, textClaim } from "../auth-id.js";
import type { Authentication, KeptStep } from "../authentications.js";
import type { Endpoint, Exchange } from "../exchange.js";
import { isUnchanged } from "../journeys.js";
import { Refusal } from "../refusal.js";
import { type Reply, replyWithError } from "../reply.js";
import { readJsonBody } from "../request-body.js";
import { servedBehaviours } from "../third-parties/behaviours.js";
import { answerRun, repeatStep } from "./answer-run.js";
import { readAuthIndex } from "./auth-index.js";
import { answerWithSession, sessionToUpgrade } from "./existing-session.js";
import { chosenOutcome } from "./outcome-choice.js";
import { readCallbacks } from "./read-callbacks.js";
import { answerFromHeaders } from "./sign-on-headers.js";

/** `authenticate`: starts a journey, takes answers to its steps, and resumes it. An authId in the body wins over the query. */
export const authenticate: Endpoint = {
  async POST(exchange) {
    const { value: body = {}, length } = await readJsonBody(exchange);
    const authId = getOwn(body, "authId");
    if (authId !== undefined && authId !== null) {
      if (typeof authId !== "string") throw new Refusal(400, "The authId must be a text");
      return takeAnswer(exchange, authId, body, length);
    }
    const suspendedId = exchange.query("suspendedId");
    return suspendedId === undefined ? start(exchange) : resume(exchange, suspendedId);
  },
};

async function start(exchange: Exchange): Promise<Reply> {
  const { state, tenant } = exchange;
  const { journey, index } = readAuthIndex(exchange);
  const session = sessionToUpgrade(exchange);
  const skipped = session && answerWithSession(exchange, session, journey);
  if (skipped) return skipped;
  const authentication = state.authentications.start({ tenant, journey, index, targets: targetsOf(exchange) });
  const world = worldFor(exchange, authentication);
  const run = new JourneyRun(journey.machine, world, {
    inner: journey.inner,
    scripts: state.scripts,
    behaviours: servedBehaviours,
  });
  await run.start();
  await answerFromHeaders(run, exchange.request.headers);
  return answerRun(exchange, authentication, run, { received: 0, before: 0 });
}

async function takeAnswer(exchange: Exchange, authId: string, body: JsonObject, length: number): Promise<Reply> {
  const { authentication, step } = findStep(exchange, authId);
  if (step.run.status === "suspended") return repeatStep(exchange, authentication, step);
  const callbacks = readCallbacks(body) ?? unansweredRedirect(step);
  if (callbacks === undefined) throw new Refusal(400, "Incorrect number of callbacks found in JSON response");
  const outcome = step.run.stub && chosenOutcome(step.run.stub, callbacks);
  const run = step.run.fork(worldFor(exchange, authentication));
  try {
    await (outcome === undefined ? run.submitCallbacks(callbacks) : run.chooseStub(outcome));
  } catch (error) {
    if (error instanceof RunError) throw new Refusal(400, error.message);
    throw error;
  }
  return answerRun(exchange, authentication, run, { received: length, before: step.run.path.length });
}

async function resume(exchange: Exchange, suspendedId: string): Promise<Reply> {
  const { state, tenant } = exchange;
  const found = state.authentications.useLink(tenant, suspendedId);
  if (!found || !isCurrent(exchange, found.authentication)) return replyWithError(401, linkNotFound);
  const { authentication, step } = found;
  const run = step.run.fork(worldFor(exchange, authentication));
  await run.resume(suspendedId);
  return answerRun(exchange, authentication, run, { received: 0, before: step.run.path.length });
}

function findStep(exchange: Exchange, authId: string) {
  const { state, tenant } = exchange;
  const claims = readAuthId(authId);
  const authentication = state.authentications.find(tenant, textClaim(claims, "sessionId") ?? "");
  const step = authentication?.steps.get(textClaim(claims, "otk") ?? "");
  if (!authentication || !step || !isCurrent(exchange, authentication)) throw timedOut();
  return { authentication, step };
}

/** Whether its journey is still what it was when the client began. */
function isCurrent({ state }: Exchange, authentication: Authentication): boolean {
  const { journey } = authentication;
  if (isUnchanged(journey, state.journeys.find(journey.id))) return true;
  state.authentications.drop(authentication);
  return false;
}

/** The answer for an authId that has expired, or that nobody knows any more: login pages then begin anew by themselves. */
function timedOut(): Refusal {
  return new Refusal(401, "Session has timed out", { errorCode: "110" });
}

/** A page that comes back from another site may send nothing but the authId: a redirect alone counts as answered. */
function unansweredRedirect({ run }: KeptStep) {
  const callbacks = run.step?.callbacks ?? [];
  return callbacks.length === 1 && callbacks[0]?.type === "RedirectCallback" ? callbacks : undefined;
}

/** The world that one request sees. Where the world says what comes with every request, the request itself goes over it. */
function worldFor(exchange: Exchange, { targets }: Pick<Authentication, "targets">): World {
  const { world } = exchange.tenant;
  const { urls, emailTemplates, request: usual = {} } = world.options;
  const request = exchange.requestOptions();
  const session = sessionToUpgrade(exchange);
  const own = world.beside({
    request: {
      ...usual,
      ...request,
      headers: { ...usual.headers, ...request.headers },
      cookies: { ...usual.cookies, ...request.cookies },
      query: { ...usual.query, ...targets, ...request.query },
      // The address of a laptop says nothing: one that the world gives is meant.
      ...(usual.clientIp !== undefined && { clientIp: usual.clientIp }),
    },
    ...(session && { session: { username: session.username, properties: session.properties } }),
    urls: { base: `${exchange.baseUrl}/XUI`, ...urls },
    emailTemplates: { ...exchange.state.journeys.emailTemplates, ...emailTemplates },
  });
  own.onTurn = (turn) => exchange.turns.push(turn);
  return own;
}

function targetsOf({ url }: Exchange): Authentication["targets"] {
  const given = ["goto", "gotoOnFail"].map((name) => [name, url.searchParams.getAll(name)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}
