import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An application on an origin of its own: its page at every path, and its scripts by their paths. */
export class ClientApp {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(page: (path: string) => string, scripts: Readonly<Record<string, string | Uint8Array>>) {
    const server = createServer(({ url = "/" }, response) => {
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
