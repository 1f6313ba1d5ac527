import { nearestName } from "../diagnostics/suggest.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { stubFaults } from "../simulate/stub-faults.js";
import { type JourneysToServe, ServedJourneys } from "./journeys.js";
import type { ServeOptions } from "./serve-options.js";

/** What a value must be, in words, and what is wrong with one; `undefined` where it is right. */
type Check = (value: unknown) => string | undefined;

/**
 * Refuses what `createHandler` cannot take, by throwing a `TypeError`. Programs in JavaScript know no types, and a misspelt option would
 * be passed over.
 */
export function checkOptions(journeys: unknown, options: unknown): void {
  const source = checkJourneys(journeys);
  if (!isObject(options)) refuse(`its options are an object, not ${kindOf(options)}`);
  checkMembers(options, checks, "option");
  const { world, defaultJourney } = options as ServeOptions;
  if (isObject(world)) {
    // A world that is read from a file may name its schema.
    const { $schema: _, ...members } = world;
    checkMembers(members, worldChecks, "member of `world`");
    checkUsers((world as WorldOptions).users ?? []);
    const [fault] = source === undefined ? [] : stubFaults((world as WorldOptions).stubs ?? {}, source.model.journeys);
    if (fault !== undefined) refuse(`a stub of \`world\` never applies. ${fault.message}`);
  }
  if (source !== undefined && defaultJourney !== undefined) checkDefault(defaultJourney, source);
}

function refuse(problem: string): never {
  throw new TypeError(`createHandler: ${problem}`);
}

function checkJourneys(journeys: unknown): JourneysToServe | undefined {
  if (typeof journeys === "function") return undefined;
  if (journeys instanceof Promise) refuse("the journeys are a promise. Write `createHandler(await openJourneys(…))`");
  const model = isObject(journeys) ? journeys.model : undefined;
  if (!isObject(model) || !Array.isArray(model.journeys)) {
    refuse(`the journeys are what \`openJourneys\` gives, or a function that returns it, not ${kindOf(journeys)}`);
  }
  return journeys as unknown as JourneysToServe;
}

function checkMembers(object: { readonly [name: string]: unknown }, known: Checks, what: string): void {
  for (const [name, value] of Object.entries(object)) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check === undefined) {
      const near = nearestName(name, Object.keys(known));
      const hint = near === undefined ? `. There are ${Object.keys(known).join(", ")}` : `; did you mean \`${near}\`?`;
      refuse(`there is no ${what} \`${name}\`${hint}`);
    }
    const problem = value === undefined ? undefined : check(value);
    if (problem !== undefined) refuse(`${what} \`${name}\` ${problem}`);
  }
}

type Checks = { readonly [name: string]: Check };

function kind(expected: string, isRight: (value: unknown) => boolean): Check {
  return (value) => (isRight(value) ? undefined : `must be ${expected}, not ${kindOf(value)}`);
}

const aFunction = kind("a function", (value) => typeof value === "function");
const aText = kind("a text", (value) => typeof value === "string");
const aNumber = kind("a number", (value) => typeof value === "number");
const anObject = kind("an object", isObject);
const aList = kind("a list", Array.isArray);
const isTextList = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === "string");

const checks: { readonly [Name in keyof Required<ServeOptions>]: Check } = {
  world: kind("an object, or a function that returns one", (value) => isObject(value) || typeof value === "function"),
  defaultJourney: aText,
  scripts: kind("a host of scripts", (value) => isObject(value) || typeof value === "function"),
  origins: listOrAny((origin) => {
    if (isOrigin(origin)) return undefined;
    return `has no origin \`${origin}\`: write one as \`https://app.example.com\``;
  }),
  hosts: listOrAny((host) => {
    // An address of version 6 has colons of its own.
    if (!host.includes("/") && !/^[^:]*:\d*$/.test(host)) return undefined;
    return `has no name of a host \`${host}\`: write one as \`tenant.example.com\``;
  }),
  cookieName: (value) =>
    aText(value) ??
    (/^[\w!#$%&'*+.^`|~-]+$/.test(String(value))
      ? undefined
      : `cannot be ${JSON.stringify(value)}, as the name of a cookie`),
  now: aFunction,
  deliver: aFunction,
  onRequest: aFunction,
};

/** The kinds of the members of worlds. What is inside them, `schema/world.schema.json` says. */
const worldChecks: { readonly [Name in keyof Required<WorldOptions>]: Check } = {
  realm: aText,
  users: kind("a list of objects", (value) => Array.isArray(value) && value.every(isObject)),
  schema: anObject,
  kba: anObject,
  terms: kind("an object or null", (value) => value === null || isObject(value)),
  consents: aList,
  emailTemplates: anObject,
  identityProviders: aList,
  esvs: anObject,
  secrets: anObject,
  request: anObject,
  session: anObject,
  http: aList,
  openidm: aList,
  managed: anObject,
  stubs: (value) => anObject(value) ?? stubsProblem(value as object),
  oauth2Clients: aList,
  times: anObject,
  urls: anObject,
  now: kind("a time", (value) => !Number.isNaN(new Date(value as string).getTime())),
  seed: aNumber,
};

function listOrAny(problemOf: (each: string) => string | undefined): Check {
  return (value) => {
    if (value === "any") return undefined;
    if (!isTextList(value)) return `must be a list of texts, or "any", not ${kindOf(value)}`;
    return (value as readonly string[]).map(problemOf).find((problem) => problem !== undefined);
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function stubsProblem(stubs: object): string | undefined {
  const isAnswer = (each: unknown) => typeof each === "string" || (isObject(each) && typeof each.outcome === "string");
  for (const [node, given] of Object.entries(stubs)) {
    const answers = Array.isArray(given) ? given : [given];
    if (answers.length === 0 || !answers.every(isAnswer)) {
      return `must give \`${node}\` an outcome, as in \`{ "${node}": "true" }\`, or a list of outcomes`;
    }
  }
  return undefined;
}

/** The platform has each name once, whatever its case. */
function checkUsers(users: NonNullable<WorldOptions["users"]>): void {
  const known = new Set<string>();
  for (const { userName } of users) {
    if (typeof userName !== "string") continue;
    if (known.has(userName.toLowerCase())) refuse(`two users of \`world\` are called \`${userName}\``);
    known.add(userName.toLowerCase());
  }
}

function checkDefault(name: string, source: JourneysToServe): void {
  const { ids } = new ServedJourneys(source);
  const all = source.model.journeys.map(({ id }) => id);
  if (all.includes(name)) return;
  const near = nearestName(name, ids);
  const hint = near === undefined ? "" : `; did you mean \`${near}\`?`;
  refuse(`there is no journey \`${name}\` to be the default${hint}`);
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "string"
    ? JSON.stringify(value)
    : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
