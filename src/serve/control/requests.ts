import type { LogEvent } from "../event-log.js";
import type { Endpoint, Exchange } from "../exchange.js";
import { reply } from "../reply.js";
import type { RequestEntry } from "../request-entry.js";

/** `journeyc/requests`: the last requests, oldest first. */
export const requestsControl: Endpoint = {
  GET(exchange) {
    return reply(exchange.state.log.entries.filter(concerns(exchange)).map(shown));
  },
  DELETE({ state }) {
    state.log.clear();
    return { status: 204, body: undefined };
  },
};

/** A reader that takes none of so many events is let go: it can ask for what it has missed. */
const mostWaiting = 1000;

/** `journeyc/events`: each request as it is answered, and that a mail was delivered or was not, as server-sent events. */
export const eventsControl: Endpoint = {
  GET(exchange) {
    const encoder = new TextEncoder();
    let stop: () => void = () => undefined;
    const body = new ReadableStream({
      start(controller) {
        // Something must be sent, so that the client learns that it has been connected.
        controller.enqueue(encoder.encode(": requests as they are answered\n\n"));
        const isMine = concerns(exchange);
        stop = exchange.state.log.subscribe((event) => {
          if (event.kind === "request" && !isMine(event.entry)) return;
          controller.enqueue(encoder.encode(textOf(event)));
          if ((controller.desiredSize ?? 0) > -mostWaiting) return;
          stop();
          controller.close();
        });
      },
      cancel: () => stop(),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  },
};

function textOf(event: LogEvent): string {
  if (event.kind === "delivery") return "event: delivery\ndata: {}\n\n";
  return `id: ${event.entry.id}\nevent: request\ndata: ${JSON.stringify(shown(event.entry))}\n\n`;
}

/** Whoever names no world hears of all. */
function concerns({ tenant }: Exchange): (entry: RequestEntry) => boolean {
  return ({ world }) => tenant.name === undefined || world === tenant.name;
}

function shown({ defect, ...entry }: RequestEntry): object {
  return defect === undefined ? entry : { ...entry, defect: String(defect) };
}
