import type { Authentication } from "../authentications.js";
import type { Endpoint } from "../exchange.js";
import { reply } from "../reply.js";

/** `journeyc/sessions`: the clients on their way through journeys, with path and node state, and the sessions that were made. */
export const sessionsControl: Endpoint = {
  GET({ state, tenant }) {
    const authentications = state.authentications.of(tenant).map(describe);
    return reply({ authentications, sessions: tenant.sessions.all() });
  },
  DELETE({ state, tenant }) {
    state.dropAuthentications(tenant);
    for (const session of tenant.sessions.all()) tenant.sessions.end(session);
    return { status: 204, body: undefined };
  },
};

function describe({ id, journey, startedAt, latest }: Authentication) {
  return {
    id,
    journey: journey.id,
    startedAt,
    ...(latest && {
      expires: latest.deadline,
      status: latest.status,
      at: latest.at,
      path: latest.path,
      state: latest.state,
      ...(latest.stub && { stub: latest.stub }),
      ...(latest.step && { step: latest.step }),
      ...(latest.problem && { problem: latest.problem }),
    }),
  };
}
