import { linkNotFound } from "../../runtime/engine/suspension.js";
import { JourneyRun } from "../../runtime/journey-run.js";
import { RunError } from "../../runtime/run.js";
import type { World } from "../../runtime/world/world.js";
import { getOwn, type JsonObject } from "../../text/json.js";
import { guardAuthId } from "../auth-id.js";
import type { Authentication, KeptStep } from "../authentications.js";
import type { Endpoint, Exchange } from "../exchange.js";
import { isUnchanged } from "../journeys.js";
import { Refusal } from "../refusal.js";
import { type Reply, replyWithError } from "../reply.js";
import { readJsonBody } from "../request-body.js";
import { SeenRequest } from "../seen-request.js";
import { servedBehaviours } from "../third-parties/behaviours.js";
import { answerRun, repeatStep } from "./answer-run.js";
import { readAuthIndex } from "./auth-index.js";
import { answerWithSession, sessionToUpgrade, upgradeParameter } from "./existing-session.js";
import { inAskedVersion } from "./first-version.js";
import { chosenOutcome } from "./outcome-choice.js";
import { readCallbacks } from "./read-callbacks.js";
import { answerFromHeaders } from "./sign-on-headers.js";

/** `authenticate`: starts a journey, takes answers to its steps, and resumes it. An authId in the body wins over the query. */
export const authenticate: Endpoint = {
  POST: (exchange) => inAskedVersion(exchange.request, () => answer(exchange)),
};

async function answer(exchange: Exchange): Promise<Reply> {
  const { value: body = {}, length } = await readJsonBody(exchange);
  const authId = getOwn(body, "authId");
  if (authId !== undefined && authId !== null) {
    if (typeof authId !== "string") throw new Refusal(400, "The authId must be a text");
    return takeAnswer(exchange, authId, body, length);
  }
  const suspendedId = exchange.query("suspendedId");
  return suspendedId === undefined ? start(exchange) : resume(exchange, suspendedId);
}

async function start(exchange: Exchange): Promise<Reply> {
  const { state, tenant } = exchange;
  const { journey, index } = readAuthIndex(exchange);
  const session = sessionToUpgrade(exchange);
  const skipped = session && answerWithSession(exchange, session, journey);
  if (skipped) return skipped;
  const authentication = state.authentications.start({ tenant, journey, index, kept: keptOf(exchange) });
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
  const step = findStep(exchange, authId);
  if (step.run.status === "suspended") return repeatStep(exchange, step);
  const callbacks = readCallbacks(body) ?? unansweredRedirect(step);
  if (callbacks === undefined) throw new Refusal(400, "Incorrect number of callbacks found in JSON response");
  const outcome = step.run.stub && chosenOutcome(step.run.stub, callbacks);
  const run = step.run.fork(worldFor(exchange, step.authentication));
  try {
    await (outcome === undefined ? run.submitCallbacks(callbacks) : run.chooseStub(outcome));
  } catch (error) {
    if (error instanceof RunError) throw new Refusal(400, error.message);
    throw error;
  }
  return answerRun(exchange, step.authentication, run, { received: length, before: step.run.length });
}

async function resume(exchange: Exchange, suspendedId: string): Promise<Reply> {
  const { state, tenant } = exchange;
  const step = state.authentications.useLink(tenant, suspendedId);
  if (!step || !isCurrent(exchange, step.authentication)) return replyWithError(401, linkNotFound);
  const run = step.run.fork(worldFor(exchange, step.authentication));
  await run.resume(suspendedId);
  return answerRun(exchange, step.authentication, run, { received: 0, before: step.run.length });
}

function findStep(exchange: Exchange, authId: string): KeptStep {
  const { state, tenant } = exchange;
  const step = state.authentications.findStep(tenant, authId);
  if (step === undefined) guardAuthId(authId);
  if (step === undefined || !isCurrent(exchange, step.authentication)) throw timedOut();
  return step;
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

/** The world that one request sees. */
function worldFor(exchange: Exchange, { kept }: Pick<Authentication, "kept">): World {
  const { tenant, state } = exchange;
  const options = tenant.optionsFor(`${exchange.url.origin}${exchange.basePath}/XUI`, state.journeys.emailTemplates);
  const world = tenant.world.beside(new SeenRequest(exchange, kept), options);
  const session = sessionToUpgrade(exchange, kept);
  if (session) world.session = { username: session.username, properties: session.properties };
  world.onTurn = (turn) => exchange.turns.push(turn);
  return world;
}

const nothingKept: Authentication["kept"] = {};

function keptOf({ url }: Exchange): Authentication["kept"] {
  if (url.search === "") return nothingKept;
  const given = ["goto", "gotoOnFail", upgradeParameter].map((name) => [name, url.searchParams.getAll(name)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}
