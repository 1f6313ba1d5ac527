import type { Authentication } from "../authentications.js";
import type { Endpoint } from "../exchange.js";
import type { HandlerState } from "../handler-state.js";
import { isUnchanged } from "../journeys.js";
import { reply } from "../reply.js";

/** `journeyc/sessions`: the clients on their way through journeys, with path and node state, and the sessions that were made. */
export const sessionsControl: Endpoint = {
  GET({ state, tenant }) {
    const authentications = state.authentications.of(tenant).map((each) => describe(each, isOver(state, each)));
    return reply({ authentications, sessions: tenant.sessions.all() });
  },
  DELETE({ state, tenant }) {
    state.dropAuthentications(tenant);
    for (const session of tenant.sessions.all()) tenant.sessions.end(session);
    return { status: 204, body: undefined };
  },
};

/** Whether a client is waited for in vain: its time is over, or its journey is another one now. */
function isOver({ journeys }: HandlerState, { journey, latest, tenant }: Authentication): boolean {
  if (latest === undefined || latest.body !== undefined) return false;
  return latest.deadline < tenant.world.clock.now || !isUnchanged(journey, journeys.find(journey.id));
}

function describe({ id, journey, startedAt, latest }: Authentication, isOver: boolean) {
  return {
    id,
    journey: journey.id,
    startedAt,
    ...(latest && {
      expires: latest.deadline,
      status: latest.status,
      ...(isOver && { isOver }),
      at: latest.at,
      path: latest.path,
      state: latest.state,
      ...(latest.stub && { stub: latest.stub }),
      ...(latest.step && { step: latest.step }),
      ...(latest.problem && { problem: latest.problem }),
    }),
  };
}
