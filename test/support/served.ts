import { join } from "node:path";
import { openJourneys } from "../../src/project/open-journeys.js";
import type { WireCallback } from "../../src/runtime/callbacks/callback.js";
import type { Message } from "../../src/runtime/world/outbox.js";
import { createHandler, type Handler } from "../../src/serve/create-handler.js";
import type { JourneysToServe } from "../../src/serve/journeys.js";
import type { RequestEntry } from "../../src/serve/request-entry.js";
import type { ServeOptions } from "../../src/serve/serve-options.js";
import type { JsonObject } from "../../src/text/json.js";
import { once } from "./once.js";

/** The journeys of the examples, each of which is read once. */
export const exampleJourneys = once((name: string) =>
  openJourneys([join(import.meta.dirname, "..", "..", "examples", name)]),
);

export const demo = {
  userName: "demo",
  mail: "demo@example.com",
  password: "Old-passw0rd",
  givenName: "Demo",
  sn: "User",
};

/** What came back of a request. */
export interface Received {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, which know their form.
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

/** A step as a client holds it. */
export interface ReceivedStep extends JsonObject {
  readonly authId: string;
  readonly callbacks: readonly (WireCallback & JsonObject)[];
}

/** A handler with a client, whose clock stands still. */
export class Served {
  readonly handler: Handler;
  readonly entries: RequestEntry[] = [];
  #now = Date.parse("2026-03-01T12:00:00Z");

  constructor(source: JourneysToServe | (() => JourneysToServe), options: ServeOptions = {}) {
    this.handler = createHandler(source, {
      now: () => this.#now,
      onRequest: (entry) => this.entries.push(entry),
      ...options,
    });
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** All messages so far. */
  get messages(): readonly Message[] {
    return this.entries.flatMap(({ journey }) => journey?.messages ?? []);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const init = { method, headers: { ...clientHeaders, ...headers }, ...(text !== undefined && { body: text }) };
    const response = await this.handler(new Request(`http://localhost:8080${path}`, init));
    const received = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return {
      status: response.status,
      text: received,
      body: isJson ? JSON.parse(received) : undefined,
      headers: response.headers,
    };
  }

  start(journey: string, query = "", headers?: Readonly<Record<string, string>>): Promise<Received> {
    return this.send(
      "POST",
      `${authenticatePath}?authIndexType=service&authIndexValue=${encodeURIComponent(journey)}${query}`,
      undefined,
      headers,
    );
  }

  /** Sends a step back with its inputs filled in, in their order. */
  answer(
    step: ReceivedStep,
    values: readonly unknown[] = [],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Received> {
    return this.send("POST", authenticatePath, filled(step, values), headers);
  }

  /** Follows the link of a mail, as a login page does. */
  resume(link: string): Promise<Received> {
    return this.send("POST", `${authenticatePath}?${new URL(link).searchParams}`);
  }
}

/** As the clients send them. */
const clientHeaders = {
  accept: "application/json",
  "accept-api-version": "protocol=1.0,resource=2.1",
  "content-type": "application/json",
  "x-requested-with": "forgerock-sdk",
};

export const authenticatePath = "/am/json/realms/root/realms/alpha/authenticate";

/** A step with the main inputs of its callbacks filled in, in their order. */
export function filled(step: ReceivedStep, values: readonly unknown[]): JsonObject {
  let next = 0;
  const callbacks = step.callbacks.map((callback) => {
    if (callback.input === undefined || next >= values.length) return callback;
    const [main, ...others] = callback.input;
    return { ...callback, input: [{ ...main, value: values[next++] }, ...others] };
  });
  return { ...step, callbacks } as unknown as JsonObject;
}
