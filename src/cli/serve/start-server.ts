import type { Server } from "node:http";
import { hostname, networkInterfaces } from "node:os";
import { createAdaptorServer } from "@hono/node-server";
import { createHandler } from "../../serve/create-handler.js";
import type { JourneysToServe } from "../../serve/journeys.js";
import type { ServeOptions } from "../../serve/serve-options.js";

/** A port of this machine. */
export interface ServerAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** The port that was taken. */
  readonly port: number;
  close(): Promise<void>;
}

/** A client that takes longer to send its request is cut off, so that none keeps a connection for ever. */
const requestTimeout = 30_000;

/** Listens, and answers with the handler of these journeys. Rejects with the error of the system where it cannot listen. */
export function startServer(
  journeys: () => JourneysToServe,
  options: ServeOptions,
  { host, port }: ServerAddress,
): Promise<RunningServer> {
  const handler = createHandler(journeys, { hosts: namesOfThisMachine(host), ...options });
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => handler(request, { address: incoming.socket.remoteAddress }),
    serverOptions: { requestTimeout, headersTimeout: requestTimeout },
  }) as Server;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      resolve({ port: taken, close: () => close(server) });
    });
  });
}

/** The names and addresses by which other machines may call this one: a page can let any other name lead here. */
function namesOfThisMachine(host: string): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address));
  return [
    hostname().toLowerCase(),
    host.toLowerCase(),
    ...addresses.map((each) => (each.includes(":") ? `[${each}]` : each)),
  ];
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
