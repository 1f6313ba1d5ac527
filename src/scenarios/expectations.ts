import { outcomeIdOf } from "../machine/outcome-id-of.js";
import { stateName } from "../machine/state-names.js";
import type { Model } from "../model/model.js";
import type { Expectation, StepNode } from "../model/scenario.js";
import type { PathStep, Run } from "../runtime/run.js";
import type { Message } from "../runtime/world/outbox.js";
import { describePath, describeStatus } from "../simulate/describe-run.js";
import type { Json } from "../text/json.js";
import { differenceFrom, shownValue } from "./value-difference.js";

/** An expectation that does not hold. Both texts are written to follow "expected" and "found". */
export interface Miss {
  readonly expected: string;
  readonly found: string;
}

/** Checks an expectation against a run; `undefined` where it holds. */
export function checkExpectation(expectation: Expectation, run: Run, model: Model): Miss | undefined {
  switch (expectation.subject) {
    case "success":
    case "failure":
    case "suspended":
    case "error":
      return run.status === expectation.subject
        ? undefined
        : { expected: expectation.subject, found: describeStatus(run) };
    case "at":
      return isAt(expectation.node, run)
        ? undefined
        : { expected: `to be at ${expectation.node.text}`, found: describeStatus(run) };
    case "path":
      return checkPath(expectation.path, run.path, model);
    case "message":
      return checkMessage(expectation.text, run);
    case "email":
    case "sms":
      return checkOutbox(expectation.subject, expectation.value ?? {}, run.outbox);
    case "user":
      return checkUser(expectation.name, expectation.value ?? {}, run);
    case "state": {
      const { shared, secure, transient } = run.state;
      return differing("state", expectation.value ?? {}, { ...shared, ...secure, ...transient });
    }
    case "session": {
      // Through JSON text, so that members that are `undefined` disappear.
      const session = run.session && (JSON.parse(JSON.stringify(run.session)) as Json);
      return session === undefined
        ? { expected: "a session", found: describeStatus(run) }
        : differing("session", expectation.value ?? {}, session);
    }
    default:
      return expectation satisfies never;
  }
}

function isAt(reference: StepNode, { at }: Run): boolean {
  return (
    at?.node === stateName(reference.node) && (reference.journey === undefined || at.journey === reference.journey)
  );
}

/** An expected path is either the whole path, or the path through the outer journey without its inner journeys. */
function checkPath(expected: readonly StepNode[], path: readonly PathStep[], model: Model): Miss | undefined {
  const outer = path.filter(({ journey }) => journey === path[0]?.journey);
  if ([path, outer].some((way) => isWay(expected, way, model))) return undefined;
  return { expected: `the path ${expected.map(({ text }) => text).join(" → ")}`, found: describePath(path) };
}

function isWay(expected: readonly StepNode[], path: readonly PathStep[], model: Model): boolean {
  return (
    expected.length === path.length &&
    expected.every((reference, index) => {
      const step = path[index];
      if (step?.node !== stateName(reference.node)) return false;
      if (reference.journey !== undefined && step.journey !== reference.journey) return false;
      return reference.outcomeId === undefined || reference.outcomeId === platformId(step, model);
    })
  );
}

/** The id of the outcome of a step: the path has the names that outcomes have in the machine. */
function platformId({ journey: id, node, outcome }: PathStep, model: Model): string | undefined {
  const journey = model.journeys.find((each) => each.id === id);
  return journey && outcome !== undefined ? outcomeIdOf(journey, node, outcome) : outcome;
}

/** Compares the message of a failure, or else the texts that the step shows. */
function checkMessage(expected: string, run: Run): Miss | undefined {
  const shown = (run.step?.callbacks ?? []).flatMap(({ output }) => {
    const message = output.find(({ name }) => name === "message")?.value;
    return typeof message === "string" ? [message] : [];
  });
  const messages = run.message === undefined ? shown : [run.message];
  if (messages.includes(expected)) return undefined;
  const found = messages.length === 0 ? `no message: ${describeStatus(run)}` : messages.map(shownValue).join(", ");
  return { expected: `the message ${shownValue(expected)}`, found };
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

function checkUser(name: string | undefined, expected: Json, { world }: Run): Miss | undefined {
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

function differing(what: string, expected: Json, found: Json): Miss | undefined {
  const difference = differenceFrom(expected, found);
  if (!difference) return undefined;
  const where = difference.path === "" ? what : `${what} with ${difference.path}`;
  return { expected: `${where} ${shownValue(difference.expected)}`, found: shownValue(difference.found) };
}
