import type { Endpoint } from "../exchange.js";
import { reply } from "../reply.js";

/** `journeyc/outbox`: the messages that journeys have sent, oldest first; those to one address with `?to=`. */
export const outboxControl: Endpoint = {
  GET(exchange) {
    const to = exchange.query("to");
    const { state, tenant } = exchange;
    const wanted = tenant.world.outbox.filter((message) => to === undefined || message.to === to);
    return reply(wanted.map((message) => ({ ...message, ...state.deliveries.of(message) })));
  },
  DELETE({ tenant }) {
    tenant.world.outbox.length = 0;
    return { status: 204, body: undefined };
  },
};
