import { isPlaceholder } from "../../catalogue/placeholder.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { BoundStep } from "../../model/scenario.js";
import { isJsonObject, type Json } from "../../text/json.js";
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
}

export function requestOf(part: Part, { nodes, scripts, isWhole }: Played): PlayedRequest {
  const names = new Set<string>();
  let readsMore = !isWhole;
  for (const { node } of nodes) {
    for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
      if (property.ofRequest !== part) continue;
      const value = node.properties.get(property.name)?.value;
      for (const name of namesIn(value ?? property.default ?? null)) {
        if (isPlaceholder(name)) readsMore = true;
        else names.add(name);
      }
    }
  }
  for (const script of scripts) {
    const { named, hasComputed } = script[uses[part]];
    for (const { name } of named) names.add(name);
    if (hasComputed) readsMore = true;
  }
  if (part !== "header") return { names, readsMore, reads: (name) => names.has(name) };
  // Names of headers have no case.
  const inLowerCase = new Set([...names].map((name) => name.toLowerCase()));
  return { names, readsMore, reads: (name) => inLowerCase.has(name.toLowerCase()) };
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
  return steps.flatMap((step) =>
    step.kind === "given" && isPart(step.subject) && "name" in step
      ? unread(step, step.subject, played, requestFor(step.subject), freeOf)
      : [],
  );
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
  { names, reads, readsMore }: PlayedRequest,
  freeOf: (part: Part) => ReadonlySet<string>,
): readonly StepFinding[] {
  if (reads(name) || usual[subject].has(name.toLowerCase())) return [];
  const free = freeOf(subject);
  const sure = misspeltOf(name, free);
  if (sure === undefined ? readsMore || free.size === 0 : isMentioned(name, played.bodies)) return [];
  const at = parts.word ?? place;
  const problem = `The scenario gives the ${words[subject]} "${name}", which nothing in ${played.name} reads`;
  const otherwise = `It reads ${namesInList(names) ?? "others"}.`;
  return [
    { at, problem, cause: `${subject} ${name}`, ...advice(at, { sure, maybe: meantBy(name, free, free), otherwise }) },
  ];
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
