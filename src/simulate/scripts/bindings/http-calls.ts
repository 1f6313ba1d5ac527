import type { World } from "../../../runtime/world/world.js";
import { isJsonObject, type Json } from "../../../text/json.js";
import { BindingError, type HostCalls, MissingBinding, textArgument } from "./host-calls.js";

/** `httpClient`: nothing is sent; the first matching entry of the world's `http` answers. */
export function httpCalls(world: World): HostCalls {
  return {
    http: (args) => {
      const [method, url] = [textArgument(args, 0).toUpperCase(), textArgument(args, 1)];
      const sent = { headers: isJsonObject(args[2]) ? args[2] : {}, body: readBody(textArgument(args, 3)) };
      world.calls.note({ service: "http", operation: method, targets: [url], value: sent });
      const stub = world.calls.http(method, url);
      // An ordinary error would not do: a script could take it for a failed connection, and its test would pass for a
      // wrong reason.
      if (!stub) {
        const call = { service: "http", operation: method, target: url } as const;
        throw new MissingBinding(`The world's "http" has no answer to ${method} ${url}`, call);
      }
      if (stub.error) throw new BindingError(stub.error.message ?? "", stub.error.code);
      const status = stub.status ?? 200;
      const text = typeof stub.body === "string" ? stub.body : stub.body === undefined ? "" : JSON.stringify(stub.body);
      const headers = { ...(isJsonObject(stub.body) && { "Content-Type": "application/json" }), ...stub.headers };
      return { status, reason: reasons.get(status) ?? "", headers, body: text };
    },
  };
}

/** What was sent, as data where it is JSON. */
function readBody(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
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
