import type { Endpoint, Exchange } from "../exchange.js";
import { reply } from "../reply.js";
import type { RequestEntry } from "../request-entry.js";

/** `journeyc/requests`: the last requests, oldest first. */
export const requestsControl: Endpoint = {
  GET(exchange) {
    return reply(exchange.state.log.entries.filter(concerns(exchange)).map(toldEntry));
  },
  DELETE({ state }) {
    state.log.clear();
    return { status: 204, body: undefined };
  },
};

/** Whoever names no world hears of all. */
export function concerns({ tenant }: Exchange): (entry: RequestEntry) => boolean {
  return ({ world }) => tenant.name === undefined || world === tenant.name;
}

/** An entry as clients get it. */
export function toldEntry({ defect, ...entry }: RequestEntry): object {
  return defect === undefined ? entry : { ...entry, defect: String(defect) };
}
