import type { Expectation, expectableThings, ServiceCall } from "../model/scenario.js";
import type { WireCallback } from "../runtime/callbacks/callback.js";
import type { JsonValue } from "../runtime/machine.js";
import type { RunState } from "../runtime/run.js";
import { isTarget, type MadeCall } from "../runtime/world/call-stubs.js";
import type { Message } from "../runtime/world/outbox.js";
import type { World } from "../runtime/world/world.js";
import { describeCallback } from "../simulate/describe-run.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { differenceFrom, shownValue } from "./value-difference.js";

/** An expectation that does not hold. Both texts are written to follow "expected" and "found". */
export interface Miss {
  readonly expected: string;
  readonly found: string;
}

/** What can be seen of a run, whether a journey or a script runs. */
export interface Observed {
  readonly world: World;
  readonly state: RunState;
  readonly callbacks: readonly WireCallback[];
  readonly session: JsonValue | undefined;
  /** The message for the user with which it ended. */
  readonly message: string | undefined;
  /** Where it stands, in words that follow "found". */
  readonly standing: string;
}

type Thing = (typeof expectableThings)[number];

/** What is expected of a journey or a script alike. */
export type ObservedExpectation = Extract<
  Expectation,
  { readonly subject: "message" | "callbacks" | "log" | "call" | Thing }
>;

/** Checks what journeys and scripts have in common; `undefined` where it holds. */
export function checkObserved(expectation: ObservedExpectation, observed: Observed): Miss | undefined {
  switch (expectation.subject) {
    case "message":
      return checkMessage(expectation.text, observed);
    case "callbacks":
      return checkCallbacks(expectation.callbacks, observed);
    case "log":
      return checkLog(expectation.lines, observed.world);
    case "call":
      return checkCall(expectation.call, expectation.value, observed.world);
    default:
      return checkThing(expectation.subject, expectation, observed);
  }
}

function checkThing(
  subject: Thing,
  { name, value = {} }: { readonly name: string | undefined; readonly value: Json | undefined },
  observed: Observed,
): Miss | undefined {
  const { shared, secure, transient } = observed.state;
  switch (subject) {
    case "email":
    case "sms":
      return checkOutbox(subject, value, observed.world.outbox);
    case "user":
      return checkUser(name, value, observed);
    case "shared":
      return differing("shared state", value, shared);
    case "transient":
      return differing("transient state", value, { ...secure, ...transient });
    case "session":
      return observed.session === undefined
        ? { expected: "a session", found: observed.standing }
        : differing("session", value, observed.session);
    case "state":
      return differing("state", value, { ...shared, ...secure, ...transient });
    default:
      return subject satisfies never;
  }
}

/** Compares the message of a failure, or else the texts that the step shows. */
function checkMessage(expected: string, { callbacks, message, standing }: Observed): Miss | undefined {
  const shown = callbacks.flatMap(({ output }) => {
    const text = output.find(({ name }) => name === "message")?.value;
    return typeof text === "string" ? [text] : [];
  });
  const messages = message === undefined ? shown : [message];
  if (messages.includes(expected)) return undefined;
  const found = messages.length === 0 ? `no message: ${standing}` : messages.map(shownValue).join(", ");
  return { expected: `the message ${shownValue(expected)}`, found };
}

/** All callbacks of the step in their order, each with the members that are expected of it. */
function checkCallbacks(expected: readonly Json[], { callbacks, standing }: Observed): Miss | undefined {
  if (expected.length !== callbacks.length) {
    const found = callbacks.length === 0 ? `none: ${standing}` : callbacks.map(describeCallback).join(", ");
    return { expected: expected.length === 1 ? "1 callback" : `${expected.length} callbacks`, found };
  }
  for (const [index, each] of expected.entries()) {
    const callback = callbacks[index];
    if (callback === undefined) continue;
    const data = callbackData(callback);
    const miss = differing(`callback ${index + 1}`, each, data);
    if (miss === undefined) continue;
    const unknown = isJsonObject(each) && Object.keys(each).some((name) => !Object.hasOwn(data, name));
    return unknown ? { ...miss, found: `${miss.found}: it has ${Object.keys(data).join(", ")}` } : miss;
  }
  return undefined;
}

/** A callback as one object: its type, and what it shows. */
function callbackData({ type, output }: WireCallback): JsonObject {
  const data: { [name: string]: Json } = { type };
  for (const { name, value } of output) setOwn(data, name, value);
  return data;
}

/** The most lines of a log, or calls, that a message shows. */
const shownAtMost = 5;

function checkLog(expected: string | readonly Json[], { log }: World): Miss | undefined {
  const lines = log.filter(({ warning }) => warning === undefined).map(({ text }) => text);
  const found = few(lines.map(shownValue), "nothing was logged");
  if (typeof expected !== "string") {
    const difference = differenceFrom(expected as Json, lines);
    return difference && { expected: `the log ${shownValue(expected as Json)}`, found };
  }
  if (lines.some((line) => line.includes(expected))) return undefined;
  return { expected: `a line of the log with ${shownValue(expected)}`, found };
}

function checkCall(call: ServiceCall, value: Json | undefined, { calls }: World): Miss | undefined {
  const what = describeCall(call.service, call.operation, call.target);
  const fitting = calls.made.filter(
    ({ service, operation, targets }) =>
      service === call.service &&
      (call.operation === undefined || operation === call.operation) &&
      targets.some((target) => isTarget(call.target, target)),
  );
  if (fitting.length === 0)
    return { expected: `the call ${what}`, found: few(calls.made.map(describeMadeCall), "no call") };
  if (value === undefined || fitting.some((made) => differenceFrom(value, made.value) === undefined)) return undefined;
  const [only, ...others] = fitting;
  if (only && others.length === 0) return differing(what, value, only.value);
  return {
    expected: `${what} with ${shownValue(value)}`,
    found: few(
      fitting.map((made) => shownValue(made.value)),
      "",
    ),
  };
}

/** A call that a script has made, in one line. */
export function describeMadeCall({ service, operation, targets }: MadeCall): string {
  return describeCall(service, operation, targets[0] ?? "");
}

function describeCall(service: string, operation: string | undefined, target: string): string {
  return [service, operation, target].filter((word) => word !== undefined).join(" ");
}

function few(texts: readonly string[], none: string): string {
  if (texts.length === 0) return none;
  const rest = texts.length - shownAtMost;
  return [...texts.slice(0, shownAtMost), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

function checkOutbox(kind: Message["kind"], expected: Json, outbox: readonly Message[]): Miss | undefined {
  const sent = outbox.filter((message) => message.kind === kind);
  const word = kind === "email" ? "an e-mail" : "an SMS";
  const misses = sent.map((message) => differing(word, expected, { ...message }));
  if (misses.includes(undefined)) return undefined;
  const [only, ...others] = misses;
  if (only && others.length === 0) return only;
  if (sent.length === 0) return { expected: word, found: "none" };
  const found = sent.map(({ to, template, subject }) =>
    shownValue({ to, ...(template && { template }), ...(subject && { subject }) }),
  );
  return { expected: `${word} ${shownValue(expected)}`, found: found.join(", ") };
}

function checkUser(name: string | undefined, expected: Json, { world }: Observed): Miss | undefined {
  if (name !== undefined) {
    const user = world.identities.findUser(name);
    if (user) return differing(`user "${name}"`, expected, user);
    return { expected: `user "${name}"`, found: userNames(world.identities.all()) };
  }
  const users = world.identities.all();
  if (users.some((user) => differenceFrom(expected, user) === undefined)) return undefined;
  return { expected: `a user ${shownValue(expected)}`, found: userNames(users) };
}

function userNames(users: readonly { readonly [attribute: string]: Json }[]): string {
  if (users.length === 0) return "no users";
  return `only ${users.map((user) => shownValue(user.userName ?? user._id)).join(", ")}`;
}

/** The first difference of what is there, in words. */
export function differing(what: string, expected: Json, found: Json): Miss | undefined {
  const difference = differenceFrom(expected, found);
  if (!difference) return undefined;
  const where = difference.path === "" ? what : `${what} with ${difference.path}`;
  return { expected: `${where} ${shownValue(difference.expected)}`, found: shownValue(difference.found) };
}
