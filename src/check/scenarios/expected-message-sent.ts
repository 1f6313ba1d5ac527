import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { hasOpenParameter } from "../../model/open-parameters.js";
import { templatesSentBy } from "../../model/resource-references.js";
import type { BoundStep } from "../../model/scenario.js";
import { isJsonObject } from "../../text/json.js";
import { markedProperties } from "../marked-properties.js";
import type { Played } from "./played.js";
import { advice, namesInList, type StepFinding } from "./step-finding.js";

/** A message that is expected with a template that nothing sends. */
export function unsentMessage(step: BoundStep, played: Played): readonly StepFinding[] {
  if (step.kind !== "expect" || (step.subject !== "email" && step.subject !== "sms")) return [];
  const { value, keyPlaces, place } = step;
  const template = value !== undefined && isJsonObject(value) ? value.template : undefined;
  if (typeof template !== "string") return [];
  const unsent = unsentTemplate(template, keyPlaces.get("template") ?? place, played);
  return unsent === undefined ? [] : [unsent];
}

const known = new WeakMap<Played, ReadonlySet<string> | undefined>();

/** The templates that nodes and scripts send; `undefined` where not all of them are known. */
function templatesOf(played: Played): ReadonlySet<string> | undefined {
  if (known.has(played)) return known.get(played);
  const templates = findTemplates(played);
  known.set(played, templates);
  return templates;
}

function findTemplates({ nodes, bodies, isWhole }: Played): ReadonlySet<string> | undefined {
  if (!isWhole) return undefined;
  const inNodes = nodes.flatMap(({ node }) =>
    markedProperties(node).references.flatMap(({ name, reference }) => {
      const value = reference?.kind === "emailTemplate" ? node.properties.get(name)?.value : undefined;
      return value === undefined ? [] : [value];
    }),
  );
  const inScripts = bodies.map((body) => (body.includes("sendTemplate") ? templatesSentBy(body) : []));
  const isOpen = inNodes.some((each) => typeof each !== "string" || isPlaceholder(each) || hasOpenParameter(each));
  if (isOpen || bodies.some((body, index) => body.includes("sendTemplate") && inScripts[index]?.length === 0))
    return undefined;
  return new Set([...inNodes.map(String), ...inScripts.flat()].filter((each) => each !== ""));
}

function unsentTemplate(template: string, key: Place, played: Played): StepFinding | undefined {
  const templates = templatesOf(played);
  if (templates === undefined || templates.has(template)) return undefined;
  const declared = declaredIn(played);
  // A node names another one, which is not there: that is told, and the scenario is right.
  if (declared.has(template) && [...templates].some((each) => !declared.has(each))) return undefined;
  const at = valueBehind(key);
  const problem = `Nothing in ${played.name} sends the template ${JSON.stringify(template)}`;
  const [only, second] = templates;
  const sure = nearestName(template, templates);
  const otherwise =
    only === undefined
      ? "Leave `template` out: no node and no script sends one."
      : `It sends ${namesInList(templates) ?? "others"}.`;
  const maybe = second === undefined ? only : undefined;
  return { at, problem, ...advice(at, { sure, maybe, otherwise }), cause: `template ${template}` };
}

const knownDeclared = new WeakMap<Played, ReadonlySet<string>>();

/** The templates that the journeys bring along. */
function declaredIn(played: Played): ReadonlySet<string> {
  let declared = knownDeclared.get(played);
  if (declared === undefined) {
    const journeys = new Set(played.nodes.map(({ journey }) => journey));
    const resources = [...journeys].flatMap((journey) => journey.resources);
    declared = new Set(resources.flatMap(({ kind, id }) => (kind === "emailTemplate" ? [id] : [])));
    knownDeclared.set(played, declared);
  }
  return declared;
}

/** The text behind the name of a member. */
function valueBehind(key: Place): Place {
  const { source, range } = key;
  const [before = "", text = ""] =
    /^\s*:\s*("(?:[^"\\\n]|\\.)*")/.exec(source.text.slice(range.end, range.end + 500)) ?? [];
  if (text === "") return key;
  const end = range.end + before.length;
  return { ...key, range: { start: end - text.length, end } };
}
