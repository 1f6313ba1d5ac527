import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { JourneyNode } from "../../model/model.js";
import type { BoundStep } from "../../model/scenario.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { isMentioned, meantBy, misspeltOf } from "./near-key.js";
import type { Played } from "./played.js";
import { advice, namesInList, type StepFinding } from "./step-finding.js";

const words = { cookie: "cookie", header: "header", query: "parameter" } as const;
type Part = keyof typeof words;
const uses = { cookie: "cookies", header: "headers", query: "parameters" } as const;

/** The names of one part of the request that what runs in a scenario reads. */
export interface PlayedRequest {
  readonly names: ReadonlySet<string>;
  readonly reads: (name: string) => boolean;
  readonly readsMore: boolean;
  /** By the key of node state that something is kept under, where it is read. */
  readonly kept: ReadonlyMap<string, KeptEntry>;
  /** By the names, the settings that name them. */
  readonly settings: ReadonlyMap<string, Place>;
}

/** An entry of a map from names in the request to keys of node state. */
interface KeptEntry {
  readonly name: string;
  readonly node: JourneyNode;
  readonly property: string;
  readonly place: Place;
}

export function requestOf(part: Part, { nodes, scripts, isWhole }: Played): PlayedRequest {
  const names = new Set<string>();
  const settings = new Map<string, Place>();
  const kept = new Map<string, KeptEntry>();
  let readsMore = !isWhole;
  for (const { node } of nodes) {
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (property.ofRequest !== part) continue;
      const setting = node.properties.get(property.name);
      const value = setting?.value;
      for (const [key, entry] of entriesOf(node, property.name)) if (!kept.has(key)) kept.set(key, entry);
      for (const name of namesIn(value ?? property.default ?? null)) {
        if (isPlaceholder(name)) readsMore = true;
        else names.add(name);
        if (setting?.explicit === true) settings.set(name, setting.place);
      }
    }
  }
  for (const script of scripts) {
    const { named, hasComputed } = script[uses[part]];
    for (const { name } of named) names.add(name);
    if (hasComputed) readsMore = true;
  }
  if (part !== "header") return { names, readsMore, kept, settings, reads: (name) => names.has(name) };
  // Names of headers have no case.
  const inLowerCase = new Set([...names].map((name) => name.toLowerCase()));
  return { names, readsMore, kept, settings, reads: (name) => inLowerCase.has(name.toLowerCase()) };
}

/** The entries of a map, by the keys of node state. */
function* entriesOf(node: JourneyNode, property: string): Iterable<readonly [key: string, KeptEntry]> {
  const setting = node.properties.get(property);
  if (setting === undefined || !isJsonObject(setting.value)) return;
  for (const [name, key] of Object.entries(setting.value))
    if (typeof key === "string") yield [key, { name, node, property, place: setting.place }];
}

function namesIn(value: Json): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : typeof value === "string" && value !== "" ? [value] : [];
}

/**
 * Names in the request that nothing reads. The platform itself reads some, and a request may have more than a journey looks at: what is told
 * is nearly the name of one that is read, or the only one that can stand for it.
 */
export function unreadInRequest(
  steps: readonly BoundStep[],
  played: Played,
  requestFor: (part: Part) => PlayedRequest,
): readonly StepFinding[] {
  const frees = new Map<Part, ReadonlySet<string>>();
  const freeOf = (part: Part) => {
    const free = frees.get(part) ?? namesLeft(part, steps, requestFor(part));
    frees.set(part, free);
    return free;
  };
  const turned = turnedEntries(steps, requestFor);
  return steps.flatMap((step) => {
    if (step.kind !== "given" || !isPart(step.subject) || !("name" in step)) return [];
    const entry = turned.get(step);
    if (entry !== undefined) return [turnedFinding(entry, step, step.subject, played)];
    return unread(step, step.subject, played, requestFor(step.subject), freeOf);
  });
}

/** The names in one part of the request that are read, and that no step gives. */
function namesLeft(part: Part, steps: readonly BoundStep[], { names }: PlayedRequest): ReadonlySet<string> {
  const given = new Set(
    steps.flatMap((each) => (each.kind === "given" && each.subject === part && "name" in each ? [each.name] : [])),
  );
  return new Set([...names].filter((each) => !given.has(each)));
}

function unread(
  { name, parts, place }: Extract<BoundStep, { readonly name: string; readonly kind: "given" }>,
  subject: Part,
  played: Played,
  { names, reads, readsMore, settings }: PlayedRequest,
  freeOf: (part: Part) => ReadonlySet<string>,
): readonly StepFinding[] {
  if (reads(name) || usual[subject].has(name.toLowerCase())) return [];
  const free = freeOf(subject);
  const sure = misspeltOf(name, free);
  if (sure === undefined ? readsMore || free.size === 0 : isMentioned(name, played.bodies)) return [];
  const at = parts.word ?? place;
  const problem = `The scenario gives the ${words[subject]} "${name}", which nothing in ${played.name} reads`;
  const otherwise = `It reads ${namesInList(names) ?? "others"}.`;
  // What is wrong with the setting that names it is told there.
  const named = settings.get(sure ?? "");
  const restsOn = named === undefined ? [] : [named];
  const extras = advice(at, { sure, maybe: meantBy(name, free, free), otherwise });
  return [{ at, problem, cause: `${subject} ${name}`, restsOn, ...extras }];
}

function turnedFinding(
  { node, property, place, name: read }: KeptEntry,
  { name, parts, place: step }: Extract<BoundStep, { readonly name: string; readonly kind: "given" }>,
  subject: Part,
  played: Played,
): StepFinding {
  return {
    at: parts.word ?? step,
    problem: `The scenario gives the ${words[subject]} "${name}", which nothing in ${played.name} reads`,
    help: `\`${property}\` of \`${nodeLabel(node)}\` reads \`${read}\`, and keeps it under \`${name}\`. The name in the request comes first: write \`${name}: "${read}"\` there.`,
    related: [{ place, message: "It is read here" }],
    cause: `${subject} ${name}`,
  };
}

/** By the steps that give the key of an entry as the name in the request, that entry, where its name is expected as a key: one half is taken for the other. */
function turnedEntries(
  steps: readonly BoundStep[],
  requestFor: (part: Part) => PlayedRequest,
): ReadonlyMap<BoundStep, KeptEntry> {
  const expected = new Set(
    steps.flatMap((each) => (each.kind === "expect" && "keyPlaces" in each ? [...each.keyPlaces.keys()] : [])),
  );
  const found = new Map<BoundStep, KeptEntry>();
  for (const step of steps) {
    if (step.kind !== "given" || !isPart(step.subject) || !("name" in step)) continue;
    const entry = requestFor(step.subject).kept.get(step.name);
    if (entry !== undefined && entry.name !== step.name && expected.has(entry.name)) found.set(step, entry);
  }
  return found;
}

/** The names in the request that steps take for the keys under which they are kept. */
export function turnedKeys(
  steps: readonly BoundStep[],
  requestFor: (part: Part) => PlayedRequest,
): ReadonlySet<string> {
  return new Set([...turnedEntries(steps, requestFor).values()].map(({ name }) => name));
}

function isPart(subject: string): subject is Part {
  return Object.hasOwn(words, subject);
}

/** What the platform reads itself. */
const usual: Readonly<Record<Part, ReadonlySet<string>>> = {
  cookie: new Set(["iplanetdirectorypro", "amlbcookie", "session-jwt"]),
  header: new Set([
    ..."accept accept-api-version accept-language authorization content-type cookie host origin referer user-agent".split(
      " ",
    ),
    ..."x-forwarded-for x-forwarded-host x-forwarded-proto x-requested-with x-openam-username x-openam-password x-real-ip".split(
      " ",
    ),
  ]),
  query: new Set(
    "realm locale goto gotoonfail authindextype authindexvalue forceauth nosession suspendedid code state service module arg iplanetdirectorypro".split(
      " ",
    ),
  ),
};
