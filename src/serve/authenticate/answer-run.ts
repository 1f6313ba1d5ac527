import type { JourneyRun } from "../../runtime/journey-run.js";
import type { Authentication, KeptStep } from "../authentications.js";
import { balancerCookie, cookieHeader, sessionCookie } from "../cookies.js";
import type { Exchange } from "../exchange.js";
import { type Reply, reply } from "../reply.js";
import { sessionToUpgrade, shownToken } from "./existing-session.js";
import { outcomeChoice } from "./outcome-choice.js";

/** What the request has brought: the length of its body, and how far the run was before. */
interface Moved {
  readonly received: number;
  readonly before: number;
}

/** Answers with whatever has come of a run: its next step, or its end. */
export function answerRun(exchange: Exchange, authentication: Authentication, run: JourneyRun, moved: Moved): Reply {
  authentication.latest = run;
  noteRun(exchange, authentication, run, moved.before);
  const { status } = run;
  switch (status) {
    case "waiting":
    case "suspended":
    case "stub":
      return repeatStep(exchange, exchange.state.authentications.keep(authentication, run, moved.received));
    case "success":
      return succeed(exchange, authentication, run);
    case "failure":
    case "error":
      return reply(run.body ?? {}, { status: 401 });
    default:
      return status satisfies never;
  }
}

/** Answers with a step, in the platform's order of members. */
export function repeatStep(exchange: Exchange, { authId, run }: KeptStep): Reply {
  const { stub } = run;
  const body = { authId, ...(stub ? { callbacks: outcomeChoice(stub) } : run.step) };
  return reply(body, { cookies: [balancerCookie(exchange)] });
}

function succeed(exchange: Exchange, authentication: Authentication, run: JourneyRun): Reply {
  const { tenant, state } = exchange;
  const cookies = run.cookies.flatMap((cookie) => cookieHeader(cookie, exchange) ?? []);
  if (run.session === undefined) return reply(run.body ?? {}, { cookies });
  const replaced = sessionToUpgrade(exchange, authentication.kept);
  const session = tenant.sessions.create(run.session, authentication.journey.id);
  const tokenId = shownToken(exchange, session);
  if (replaced) tenant.sessions.end(replaced);
  cookies.push(sessionCookie(state.cookieName, session.tokenId, exchange), balancerCookie(exchange));
  return reply({ tokenId, ...run.body }, { cookies });
}

const noRequest = {};

/** Tells the log what the request has made of the journey, and lets go of what only this request needed. */
function noteRun(exchange: Exchange, { id, journey }: Authentication, run: JourneyRun, before: number): void {
  const { world } = run;
  const problem = run.problem?.message ?? run.message;
  exchange.journey = {
    authentication: id,
    journey: journey.id,
    status: run.status,
    path: run.pathFrom(Math.max(0, before - 1)),
    turns: exchange.turns,
    ...(problem !== undefined && { problem }),
    messages: world.outbox.splice(0),
    log: world.log.splice(0),
  };
  world.request = noRequest;
  world.onTurn = undefined;
  exchange.state.deliveries.send(exchange.journey.messages);
  exchange.tenant.trimOutbox();
}
