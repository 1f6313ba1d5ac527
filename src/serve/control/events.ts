import type { LogEvent } from "../event-log.js";
import type { Endpoint } from "../exchange.js";
import { watchServed } from "../watch-served.js";
import { concerns, toldEntry } from "./requests.js";

/** A reader that takes none of so many events is let go: it can ask for what it has missed. */
const mostWaiting = 1000;

type ToldEvent = LogEvent | { readonly kind: "change" };

/**
 * `journeyc/events`: each request as it is answered, that a mail was delivered or was not, and that other journeys or another world are
 * served, as server-sent events.
 */
export const eventsControl: Endpoint = {
  GET(exchange) {
    const encoder = new TextEncoder();
    let stop: () => void = () => undefined;
    const body = new ReadableStream({
      start(controller) {
        // Something must be sent, so that the client learns that it has been connected.
        controller.enqueue(encoder.encode(": requests as they are answered\n\n"));
        const isMine = concerns(exchange);
        const tell = (event: ToldEvent): void => {
          if (event.kind === "request" && !isMine(event.entry)) return;
          controller.enqueue(encoder.encode(textOf(event)));
          if ((controller.desiredSize ?? 0) > -mostWaiting) return;
          stop();
          controller.close();
        };
        const { state, tenant } = exchange;
        const stops = [state.log.subscribe(tell), watchServed(state, tenant.name, () => tell({ kind: "change" }))];
        stop = () => {
          for (const each of stops) each();
        };
      },
      cancel: () => stop(),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  },
};

function textOf(event: ToldEvent): string {
  if (event.kind !== "request") return `event: ${event.kind}\ndata: {}\n\n`;
  return `id: ${event.entry.id}\nevent: request\ndata: ${JSON.stringify(toldEntry(event.entry))}\n\n`;
}
