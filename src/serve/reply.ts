import type { JsonObject } from "../text/json.js";
import { errorBody, type Status } from "./refusal.js";

/** What an endpoint answers. `createHandler` makes the `Response` of it, because headers for other origins are still to be added. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: object | undefined;
  readonly headers?: { readonly [name: string]: string };
  /** Whole `Set-Cookie` headers, of which there may be several. */
  readonly cookies?: readonly string[];
}

export function reply(body: object, extras: Omit<Reply, "status" | "body"> & { readonly status?: number } = {}): Reply {
  return { status: 200, body, ...extras };
}

export function replyWithError(status: Status, message: string, detail?: JsonObject): Reply {
  return { status, body: errorBody(status, message, detail) };
}
