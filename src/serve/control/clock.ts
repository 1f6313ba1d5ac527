import { readDuration } from "../../text/duration.js";
import { getOwn } from "../../text/json.js";
import type { Endpoint, Exchange } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { type Reply, reply } from "../reply.js";
import { readJsonBody } from "../request-body.js";

/** Nobody waits longer than a thousand years, beyond which times cannot be written. */
const longest = 1000 * 365 * 86_400_000;

/** `journeyc/clock`: the time of the world, which can be moved forward. */
export const clockControl: Endpoint = {
  GET: timeNow,
  async POST(exchange) {
    const { value: body = {} } = await readJsonBody(exchange);
    const given = getOwn(body, "advance");
    // A number in a text has no unit: a duration of the platform would count minutes, and a number counts milliseconds.
    const milliseconds =
      typeof given !== "string" ? given : /^\s*\d+\s*$/.test(given) ? undefined : readDuration(given);
    if (typeof milliseconds !== "number" || !(milliseconds >= 0 && milliseconds <= longest)) {
      throw new Refusal(400, '`advance` is a duration such as "15 minutes", or a number of milliseconds');
    }
    exchange.tenant.world.clock.advance(milliseconds);
    return timeNow(exchange);
  },
};

function timeNow({ tenant }: Exchange): Reply {
  return reply({ now: tenant.world.clock.text() });
}
