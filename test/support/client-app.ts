import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface AppContent {
  page(path: string): string;
  /** By path. */
  readonly scripts: Readonly<Record<string, string | Uint8Array>>;
  /** The port of the platform, where the application's own server passes on what is the platform's, as development servers do. */
  readonly platformPort?: () => number | undefined;
}

/** An application on an origin of its own: its page at every path, and its scripts by their paths. */
export class ClientApp {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open({ page, scripts, platformPort }: AppContent): Promise<ClientApp> {
    const server = createServer((incoming, response) => {
      const { url = "/" } = incoming;
      const port = /^\/(am|openidm|journeyc)\//.test(url) ? platformPort?.() : undefined;
      if (port !== undefined) return passOn(incoming, response, port);
      const script = Object.hasOwn(scripts, url) ? scripts[url] : undefined;
      response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
      response.end(script ?? page(url));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new ClientApp(server);
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Sends a request on as it is, its `Host` included. */
function passOn(incoming: IncomingMessage, response: ServerResponse, port: number): void {
  const { url: path, method, headers } = incoming;
  const onward = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  incoming.pipe(onward);
}
