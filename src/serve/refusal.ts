import type { JsonObject } from "../text/json.js";

/** Ends a request with an error in the platform's form. Whoever throws it has done nothing that would have to be taken back. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: Status;
  readonly detail: JsonObject | undefined;

  constructor(status: Status, message: string, detail?: JsonObject) {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

const reasons = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Request Entity Too Large",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
} as const;

/** The statuses of errors, each of which has its `reason`. */
export type Status = keyof typeof reasons;

/** The body of an error. */
export function errorBody(status: Status, message: string, detail?: JsonObject): JsonObject {
  return { code: status, reason: reasons[status], message, ...(detail && { detail }) };
}
