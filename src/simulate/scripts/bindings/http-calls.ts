import type { World } from "../../../runtime/world/world.js";
import type { HttpStub } from "../../../runtime/world/world-options.js";
import { isJsonObject } from "../../../text/json.js";
import { type HostCalls, MissingBinding, textArgument } from "./host-calls.js";

/** `httpClient`: nothing is sent; the first matching entry of the world's `http` answers. */
export function httpCalls(world: World): HostCalls {
  return {
    http: (args) => {
      const [method, url] = [textArgument(args, 0).toUpperCase(), textArgument(args, 1)];
      const stub = world.options.http?.find((candidate) => answers(candidate, method, url));
      // An ordinary error would not do: a script could take it for a failed connection, and its test would pass for a
      // wrong reason.
      if (!stub) throw new MissingBinding(`The world's "http" has no answer to ${method} ${url}`);
      const status = stub.status ?? 200;
      const text = typeof stub.body === "string" ? stub.body : stub.body === undefined ? "" : JSON.stringify(stub.body);
      const headers = { ...(isJsonObject(stub.body) && { "Content-Type": "application/json" }), ...stub.headers };
      return { status, reason: reasons.get(status) ?? "", headers, body: text };
    },
  };
}

function answers(stub: HttpStub, method: string, url: string): boolean {
  if (stub.method !== undefined && stub.method.toUpperCase() !== method) return false;
  return stub.url.endsWith("*") ? url.startsWith(stub.url.slice(0, -1)) : url === stub.url;
}

const reasons: ReadonlyMap<number, string> = new Map([
  [200, "OK"],
  [201, "Created"],
  [202, "Accepted"],
  [204, "No Content"],
  [301, "Moved Permanently"],
  [302, "Found"],
  [304, "Not Modified"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [409, "Conflict"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
]);
