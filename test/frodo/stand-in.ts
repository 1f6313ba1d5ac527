import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json, JsonObject } from "../../src/text/json.js";

/** A tenant that takes everything and remembers it. */
export interface StandIn {
  /** The base address of its access management. */
  readonly address: string;
  /** What was put, by path below the realm. */
  readonly put: ReadonlyMap<string, JsonObject>;
  close(): void;
}

const realm = "/am/json/realms/root/realms/alpha/realm-config/";

/** Starts a tenant that answers frodo as AIC does, as far as importing journeys needs it. `journeys` are there already. */
export async function startStandIn(journeys: readonly string[]): Promise<StandIn> {
  const put = new Map<string, JsonObject>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [status, value, headers = {}] = answerTo(request, Buffer.concat(chunks).toString("utf8"), {
        put,
        journeys,
      });
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/am`,
    put,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Tenant {
  readonly put: Map<string, JsonObject>;
  readonly journeys: readonly string[];
}

function answerTo(request: IncomingMessage, body: string, { put, journeys }: Tenant): Answer {
  const url = new URL(request.url ?? "/", "http://localhost");
  const path = decodeURIComponent(url.pathname);
  const login = loginAnswers.find(([part]) => `${path}${url.search}`.includes(part));
  if (login !== undefined) return login[1];
  if (request.method === "PUT") {
    const value = JSON.parse(body) as JsonObject;
    put.set(path.startsWith(realm) ? path.slice(realm.length) : path, value);
    // The platform gives each object its id.
    return [200, { _id: path.slice(path.lastIndexOf("/") + 1), ...value }];
  }
  if (path.endsWith("/authenticationtrees/trees")) return [200, { result: journeys.map((_id) => ({ _id })) }];
  if (path.endsWith("/config/ui/themerealm")) return [200, { _id: "ui/themerealm", realm: {} }];
  if (url.search.includes("nextdescendents") || url.search.includes("_queryFilter")) return [200, { result: [] }];
  if (request.method === "POST") return [201, JSON.parse(body) as Json];
  return [404, { code: 404, reason: "Not Found", message: `${request.method} ${path}` }];
}

type Answer = readonly [status: number, value: Json, headers?: Readonly<Record<string, string>>];

/** How frodo signs on, by a part of the address. */
const loginAnswers: readonly (readonly [string, Answer])[] = [
  ["/json/serverinfo/*", [200, { cookieName: "iPlanetDirectoryPro" }]],
  ["/serverinfo/version", [200, { version: "8.0.0", fullVersion: "ForgeRock Access Management 8.0.0", revision: "0" }]],
  ["/realms/root/authenticate", [200, { tokenId: "token", successUrl: "/", realm: "/" }]],
  ["getSessionInfo", [200, { username: "admin", realm: "/", maxIdleExpirationTime: "2099-01-01T00:00:00Z" }]],
  ["/oauth2/authorize", [302, {}, { location: "http://localhost/?code=code" }]],
  ["/access_token", [200, { access_token: "token", expires_in: 3600, scope: "all", token_type: "Bearer" }]],
];
