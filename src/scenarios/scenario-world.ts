import { stateName } from "../machine/state-names.js";
import type { BoundStep, Given, Stub } from "../model/scenario.js";
import type { JsonValue } from "../runtime/machine.js";
import type { World } from "../runtime/world/world.js";
import type {
  CallError,
  HttpStub,
  OpenidmStub,
  RequestOptions,
  SessionOptions,
  StubAnswer,
  WorldOptions,
} from "../runtime/world/world-options.js";
import { getOwn, isJsonObject, type JsonObject, setOwn } from "../text/json.js";

/** The world and the state at the beginning of a scenario. */
export interface Beginning {
  readonly world: WorldOptions;
  /** The values in shared state. */
  readonly state: { readonly [key: string]: JsonValue };
  /** The values in transient state. */
  readonly transient: { readonly [key: string]: JsonValue };
}

/**
 * The world of a scenario: the common world, overridden by the `given` steps before the first action. Stubs hold from the
 * beginning wherever they are written; several stubs of one node are used one after another.
 */
export function beginningOf(steps: readonly BoundStep[], base: WorldOptions): Beginning {
  let world: WorldOptions = { ...base, stubs: stubsOf(steps, base.stubs), ...answersOf(steps, base) };
  const stores = { state: {}, transient: {} };
  for (const given of givensAtBegin(steps)) {
    if (given.subject === "state" || given.subject === "transient") {
      for (const [key, value] of Object.entries(given.value)) setOwn(stores[given.subject], key, value);
    } else world = withGiven(world, given);
  }
  return { world, ...stores };
}

/** The `given` steps that are part of the beginning. */
export function givensAtBegin(steps: readonly BoundStep[]): ReadonlySet<Given> {
  const first = steps.findIndex(({ kind }) => kind !== "given" && kind !== "stub" && kind !== "answer");
  const before = first === -1 ? steps : steps.slice(0, first);
  return new Set(before.filter((step): step is Given => step.kind === "given"));
}

/** Applies a `given` step while the journey runs. Returns a sentence that says why, where that is not possible. */
export function giveLater(given: Given, world: World): string | undefined {
  switch (given.subject) {
    case "user": {
      const result = world.identities.create(given.value, world.clock.text());
      return result.ok ? undefined : result.message;
    }
    case "session":
      world.session = sessionOf(given.value);
      return undefined;
    case "header":
    case "cookie":
    case "query":
      world.request = withRequest(world.request, given.subject, given.name, given.value);
      return undefined;
    case "state":
    case "transient":
    case "esv":
    case "secret":
      return `\`given ${given.subject}\` must stand before the journey begins`;
    default:
      return given satisfies never;
  }
}

function withGiven(world: WorldOptions, given: Given): WorldOptions {
  switch (given.subject) {
    case "user": {
      const name = getOwn(given.value, "userName");
      const others = (world.users ?? []).filter((user) => name === undefined || getOwn(user, "userName") !== name);
      return { ...world, users: [...others, given.value] };
    }
    case "session":
      return { ...world, session: sessionOf(given.value) };
    case "header":
    case "cookie":
    case "query":
      return { ...world, request: withRequest(world.request ?? {}, given.subject, given.name, given.value) };
    case "esv":
      return { ...world, esvs: withMember(world.esvs, given.name, given.value) };
    case "secret":
      return { ...world, secrets: withMember(world.secrets, given.name, given.value) };
    case "state":
    case "transient":
      return world;
    default:
      return given satisfies never;
  }
}

function withRequest(
  request: RequestOptions,
  subject: "header" | "cookie" | "query",
  name: string,
  value: string,
): RequestOptions {
  switch (subject) {
    case "header":
      return { ...request, headers: withMember(request.headers, name, value) };
    case "cookie":
      return { ...request, cookies: withMember(request.cookies, name, value) };
    case "query":
      return { ...request, query: withMember(request.query, name, value) };
    default:
      return subject satisfies never;
  }
}

function withMember<Value>(
  values: { readonly [name: string]: Value } | undefined,
  name: string,
  value: Value,
): { readonly [name: string]: Value } {
  return Object.fromEntries([...Object.entries(values ?? {}), [name, value]]);
}

function sessionOf(value: JsonObject): SessionOptions {
  const username = getOwn(value, "username");
  const properties = getOwn(value, "properties");
  const texts = isJsonObject(properties) ? Object.entries(properties).map(([name, each]) => [name, String(each)]) : [];
  return { username: typeof username === "string" ? username : "", properties: Object.fromEntries(texts) };
}

function stubsOf(steps: readonly BoundStep[], base: WorldOptions["stubs"]): NonNullable<WorldOptions["stubs"]> {
  const answers = new Map<string, StubAnswer[]>();
  for (const step of steps) {
    if (step.kind !== "stub") continue;
    const name = stubName(step);
    const answer: StubAnswer = { outcome: step.node.outcomeId, ...(step.state && { shared: step.state }) };
    const known = answers.get(name);
    if (known) known.push(answer);
    else answers.set(name, [answer]);
  }
  return Object.fromEntries([...Object.entries(base ?? {}), ...answers]);
}

/** The answers to calls of scripts; those of the scenario go before those of the world. */
function answersOf(steps: readonly BoundStep[], base: WorldOptions): Pick<WorldOptions, "http" | "openidm"> {
  const http: HttpStub[] = [];
  const openidm: OpenidmStub[] = [];
  for (const step of steps) {
    if (step.kind !== "answer") continue;
    const { service, operation, target } = step.call;
    const error = "error" in step.reply ? { error: step.reply.error as CallError } : undefined;
    const value = "value" in step.reply ? step.reply.value : null;
    if (service === "http") {
      const answer = error ?? (isJsonObject(value) ? (value as Partial<HttpStub>) : {});
      http.push({ ...answer, url: target, ...(operation !== undefined && { method: operation }) });
    } else {
      openidm.push({
        resource: target,
        ...(operation !== undefined && { operation }),
        ...(error ?? { result: value }),
      });
    }
  }
  return { http: [...http, ...(base.http ?? [])], openidm: [...openidm, ...(base.openidm ?? [])] };
}

function stubName({ node: { journey, node, child } }: Stub): string {
  const state = stateName(node);
  const place = child === undefined ? state : `${state}.${child}`;
  return journey === undefined ? place : `${journey}/${place}`;
}
