import type { Place } from "../diagnostics/diagnostic.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import { attributesCollectedBy, isCoveredBy } from "./collected-attributes.js";
import type { JourneyFacts } from "./journey-facts.js";

/** What a node asks for and a change right behind it leaves out by its own list. */
export interface IgnoredAnswer {
  /** As the list has it. */
  readonly name: string;
  readonly place: Place;
  readonly asker: JourneyNode;
}

/**
 * Finds the first attribute that is asked for straight before a change which leaves it out, and that nothing else behind the question can
 * use. What comes before the question does not matter: it has not seen the answer.
 */
export function findIgnoredAnswer(index: number, node: JourneyNode, facts: JourneyFacts): IgnoredAnswer | undefined {
  const ignored = ignoredFields(node);
  if (ignored.length === 0 || facts.mayRunInside) return undefined;
  const lookUp = node.properties.get("identityAttribute")?.value ?? "userName";
  for (const { vertex, asker, attribute } of askedBefore(index, facts)) {
    if (attribute === lookUp || attribute === "userName" || attribute === "_id") continue;
    const entry = ignored.find(({ name }) => isCoveredBy(attribute, name));
    if (entry !== undefined && !isUsedBehind(vertex, index, attribute, facts)) return { ...entry, asker };
  }
  return undefined;
}

/** The entries of a change's own list of what it leaves out. */
export function ignoredFields({
  properties,
}: JourneyNode): readonly { readonly name: string; readonly place: Place }[] {
  const setting = properties.get("ignoredFields");
  const value = setting?.value;
  if (setting === undefined || !Array.isArray(value)) return [];
  return value.flatMap((name, at) =>
    typeof name === "string" ? [{ name, place: setting.inner?.get(`/${at}`) ?? setting.place }] : [],
  );
}

interface Asked {
  readonly vertex: number;
  readonly asker: JourneyNode;
  readonly attribute: string;
}

/** The nodes that ask for attributes without being a question about the user's identity. */
const askers: ReadonlySet<string> = new Set([
  "AttributeCollectorNode",
  "ValidatedPasswordNode",
  "KbaCreateNode",
  "ConsentNode",
  "AcceptTermsAndConditionsNode",
]);

/** What the nearest questions before a vertex ask for, on all ways; nothing where a node between them may do anything. */
function askedBefore(index: number, { graph }: JourneyFacts): readonly Asked[] {
  const found: Asked[] = [];
  const seen = new Set((graph.incoming[index] ?? []).map(({ from }) => from));
  // The set grows while it is walked.
  for (const vertex of seen) {
    const at = graph.vertices[vertex];
    if (at?.kind !== "node" || vertex === index) continue;
    const nodes = at.node.children.length > 0 ? at.node.children : [at.node];
    const asked = nodes.map((each) => attributesCollectedBy(each));
    if (asked.includes(undefined)) return [];
    const here = nodes.flatMap((asker, position) =>
      askers.has(asker.typeId) ? (asked[position] ?? []).map((attribute) => ({ vertex, asker, attribute })) : [],
    );
    found.push(...here);
    if (here.length === 0) for (const { from } of graph.incoming[vertex] ?? []) seen.add(from);
  }
  return found;
}

/** The nodes that ask for something although the one node that saves accounts stands before them. */
export interface LateAnswers {
  readonly askers: readonly JourneyNode[];
  readonly writer: JourneyNode;
}

/** Behind the node that saves there are few questions, and for each of them all is looked at that comes next. */
const mostLate = 20;

const lateAnswers = new WeakMap<JourneyFacts, LateAnswers | "none">();

/** The nodes whose answers nothing behind them can use, while what saves accounts comes before them; found once for all rules that ask. */
export function findLateAnswers(facts: JourneyFacts): LateAnswers | undefined {
  const found = lateAnswers.get(facts) ?? lateAnswersIn(facts) ?? "none";
  lateAnswers.set(facts, found);
  return found === "none" ? undefined : found;
}

function lateAnswersIn(facts: JourneyFacts): LateAnswers | undefined {
  const { graph } = facts;
  if (facts.mayRunInside) return undefined;
  const [writer, second] = facts.reachedWith(({ typeId }) => savers.has(typeId));
  // Where several save, one of them may be meant for something else.
  if (writer === undefined || second !== undefined) return undefined;
  const beforeWriter = reaching(graph, writer.index);
  const behind = [...reachableFrom(graph, writer.index)].flatMap((vertex) => {
    const at = graph.vertices[vertex];
    // What leads to it again may ask for what is still missing.
    if (at?.kind !== "node" || vertex === writer.index || beforeWriter.has(vertex)) return [];
    const nodes = at.node.children.length > 0 ? at.node.children : [at.node];
    // What users consent to may be asked for again and again.
    return nodes
      .filter(({ typeId }) => askers.has(typeId) && typeId !== "ConsentNode")
      .map((asker) => ({ vertex, asker, asked: attributesCollectedBy(asker) ?? [] }));
  });
  const late = behind.slice(0, mostLate).flatMap(({ vertex, asker, asked }) => {
    const isUsed = asked.some((attribute) => isUsedBehind(vertex, writer.index, attribute, facts));
    return isUsed || asked.length === 0 ? [] : [asker];
  });
  return late.length === 0 ? undefined : { askers: late, writer: writer.node };
}

const savers: ReadonlySet<string> = new Set(["CreateObjectNode", "PatchObjectNode"]);

/** Whether another node behind the question may use the answer: one that reads it, writes accounts too, or is not well known. */
function isUsedBehind(asked: number, writer: number, attribute: string, { graph, state }: JourneyFacts): boolean {
  const behind = reachableFrom(graph, asked);
  const key = attribute.split("/")[0] ?? attribute;
  if (
    state.reads.some(
      ({ vertex, node, read }) =>
        vertex !== writer &&
        !askers.has(node.typeId) &&
        behind.has(vertex) &&
        (read.key === attribute || read.key === key),
    )
  )
    return true;
  return [...behind].some((vertex) => {
    const at = graph.vertices[vertex];
    if (at?.kind !== "node" || vertex === writer) return false;
    const nodes = at.node.children.length > 0 ? at.node.children : [at.node];
    // A setting that names it, such as the address of a mail.
    if (vertex !== asked && nodes.some(({ properties }) => names(properties, attribute))) return true;
    return (
      nodes.some(({ type }) => type?.roles?.some((role) => usesAnswers.has(role))) ||
      nodes.some((node) => attributesCollectedBy(node) === undefined)
    );
  });
}

const usesAnswers: ReadonlySet<string> = new Set(["writes-account", "creates-account"]);

function names(properties: JourneyNode["properties"], attribute: string): boolean {
  return [...properties.values()].some(({ value }) => value === attribute);
}
