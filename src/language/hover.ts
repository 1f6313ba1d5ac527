import { lookUpType, shortTypeName } from "../catalogue/catalogue.js";
import { findProperty } from "../catalogue/find-property.js";
import { findInnerCalls } from "../check/inner-calls.js";
import { nodeAccess } from "../check/state/node-access.js";
import { keyOf } from "../check/state/slot.js";
import { knownSettings } from "../model/journey-setting.js";
import type { Connection, Journey, JourneyNode, Script, Target } from "../model/model.js";
import { lookUpNodeType } from "../model/node-types.js";
import { analyseScript } from "../rhino/analysis/analyse-script.js";
import type { JourneyDeclaration, NodeDeclaration, PageDeclaration, Property } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { describeProperty, describeType } from "./describe-type.js";
import type { LanguageText, ReadProject } from "./language-project.js";
import { journeyWithId, namedNode, namedScript } from "./names/find-named.js";
import type { Named } from "./names/named.js";
import { occurrenceAt } from "./names/occurrences.js";

/** What is known of a place, in Markdown. */
export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** Tells what stands at an offset. */
export function hoverAt(text: LanguageText, offset: number, projects: readonly ReadProject[]): Hover | undefined {
  const occurrence = occurrenceAt(text, offset);
  if (occurrence !== undefined) {
    const markdown = describe(occurrence.named, text, projects);
    if (markdown !== undefined) return { range: occurrence.range, markdown };
  }
  return propertyAt(text, offset) ?? placeholderAt(text, offset) ?? endAt(text, offset);
}

function describe(named: Named, text: LanguageText, projects: readonly ReadProject[]): string | undefined {
  switch (named.kind) {
    case "journey": {
      const journey = journeyWithId(named.id, projects);
      return journey && describeJourney(journey, projects);
    }
    case "node": {
      const node = namedNode(named, projects);
      const journey = journeyWithId(named.journey, projects);
      return node && journey && describeNode(node, journey);
    }
    case "outcome":
      return describeOutcome(named, projects);
    case "script": {
      const script = namedScript(named, projects);
      return script && describeScript(script);
    }
    case "param": {
      const value = text.bound.scope.parameters.get(named.name)?.value;
      return `Parameter \`${named.name}\`${value === undefined ? ", which must be given" : `: \`${JSON.stringify(value)}\` here`}`;
    }
    case "type": {
      const type =
        text.bound.scope.externTypes.get(named.id) ??
        text.bound.scope.options.externTypes.get(named.id) ??
        lookUpType(named.id);
      return type && describeType(type, type.defaultVersion);
    }
    default:
      return named satisfies never;
  }
}

function describeJourney(journey: Journey, projects: readonly ReadProject[]): string {
  const description = journey.settings.get("description")?.value;
  const callers = callersOf(journey.id, projects).map(({ name }) => `\`${name}\``);
  return [
    `**Journey ${journey.id}**, ${counted(journey.nodes.length, "node")}`,
    ...(typeof description === "string" && description !== "" ? [description] : []),
    callers.length === 0 ? "No other journey calls it." : `Called by ${callers.join(", ")}`,
  ].join("\n\n");
}

/** The journeys that refer to one. */
export function callersOf(id: string, projects: readonly ReadProject[]): readonly Journey[] {
  const journeys = new Set(projects.flatMap(({ model }) => model.model.journeys));
  return [...journeys].filter((journey) => findInnerCalls(journey).some(({ inner }) => inner === id));
}

function describeNode(node: JourneyNode, journey: Journey): string {
  const scripts = new Map(journey.scripts.map((script) => [script.id, script]));
  const access = [node, ...node.children].map((each) => nodeAccess(each, scripts));
  const reads = keys(access.flatMap((each) => each.reads.map(({ key }) => key)));
  const writes = keys(access.flatMap((each) => each.writes.map(({ slot }) => keyOf(slot))));
  const inner = node.children.map(({ name, typeId }) => `\`${name}\` (${shortTypeName(typeId)})`);
  const shown = node.outcomes.map(({ id, outcome, child }) => {
    const name = child !== undefined && node.children.length > 1 ? `${child}.${outcome}` : outcome;
    return `\`${name}\` → ${targetText(node.connections.find(({ outcomeId }) => outcomeId === id))}`;
  });
  return [
    `**${node.displayName}**, ${shortTypeName(node.typeId)}${node.type === undefined || node.type.summary === "" ? "" : `: ${node.type.summary}`}`,
    ...(inner.length === 0 ? [] : [`Shows ${inner.join(", ")}`]),
    ...(shown.length === 0 ? [] : [shown.join("  \n")]),
    ...(reads.length === 0 ? [] : [`Reads node state: ${reads.join(", ")}`]),
    ...(writes.length === 0 ? [] : [`Writes node state: ${writes.join(", ")}`]),
  ].join("\n\n");
}

function keys(all: readonly string[]): readonly string[] {
  return [...new Set(all)].map((key) => (key === "*" ? "anything" : `\`${key}\``));
}

function targetText(connection: Connection | undefined): string {
  return connection === undefined ? "*nowhere*" : nameOfTarget(connection.target);
}

function nameOfTarget(target: Target): string {
  return target.kind === "node"
    ? `\`${target.name}\``
    : target.kind === "foreign"
      ? `unknown id \`${target.id}\``
      : `\`${target.kind}\``;
}

function describeOutcome(
  named: Extract<Named, { readonly kind: "outcome" }>,
  projects: readonly ReadProject[],
): string | undefined {
  const node = namedNode({ kind: "node", journey: named.journey, page: undefined, name: named.node }, projects);
  const outcome = node?.outcomes.find(
    (each) => each.outcome === named.outcome && (named.child === undefined || each.child === named.child),
  );
  if (node === undefined || outcome === undefined) return undefined;
  const of = outcome.child === undefined ? `\`${node.name}\`` : `\`${node.name}.${outcome.child}\``;
  const label = outcome.displayName === outcome.outcome ? "" : `, shown as "${outcome.displayName}"`;
  const connection = node.connections.find(({ outcomeId }) => outcomeId === outcome.id);
  return `Outcome \`${outcome.outcome}\` of ${of}${label}\n\nLeads to ${targetText(connection)}`;
}

function describeScript(script: Script): string {
  const comment = /^\s*(?:\/\*+([\s\S]*?)\*\/|((?:\s*\/\/.*\n?)+))/.exec(script.body);
  const words = (comment?.[1] ?? comment?.[2] ?? "").replace(/^[ \t]*(?:\*|\/\/)[ \t]?/gm, "").trim();
  const analysed = script.body === "" ? undefined : analyseScript(script.body);
  const outcomes =
    analysed?.kind === "analysed" ? analysed.outcomes.chosen.flatMap(({ values }) => [...(values ?? [])]) : [];
  return [
    `**Script ${script.title}**${script.file === undefined ? "" : `, \`${script.file}\``}`,
    ...(words === "" ? [] : [words]),
    ...(outcomes.length === 0
      ? []
      : [`Chooses ${[...new Set(outcomes)].map((outcome) => `\`${outcome}\``).join(", ")}`]),
  ].join("\n\n");
}

function propertyAt(text: LanguageText, offset: number): Hover | undefined {
  for (const item of text.parsed.file.items) {
    if (item.kind !== "journey" || !holds(item.range, offset)) continue;
    const hover = inJourney(item, text, offset);
    if (hover !== undefined) return hover;
  }
  return undefined;
}

function inJourney({ members }: JourneyDeclaration, text: LanguageText, offset: number): Hover | undefined {
  for (const member of members) {
    if (!holds(member.range, offset)) continue;
    if (member.kind === "property" && holds(member.key.range, offset)) {
      const kind = member.key.text === "categories" ? "list" : knownSettings.get(member.key.text);
      return kind && { range: member.key.range, markdown: `\`${member.key.text}\` of the journey: ${kind}` };
    }
    if (member.kind === "node" || member.kind === "page") return inNode(member, text, offset);
  }
  return undefined;
}

function inNode(declaration: NodeDeclaration | PageDeclaration, text: LanguageText, offset: number): Hover | undefined {
  for (const member of declaration.members) {
    if (!holds(member.range, offset)) continue;
    if (member.kind === "node") return inNode(member, text, offset);
    if (member.kind === "property" && holds(member.key.range, offset)) return describeMember(member, declaration, text);
  }
  return undefined;
}

function describeMember(
  { key }: Property,
  declaration: NodeDeclaration | PageDeclaration,
  text: LanguageText,
): Hover | undefined {
  const name = declaration.kind === "page" ? "PageNode" : declaration.type?.name.text;
  const type = name === undefined ? undefined : lookUpNodeType(name, text.bound.scope);
  const version = declaration.kind === "page" ? declaration.version?.text : declaration.type?.version?.text;
  const property = type && findProperty(type, version ?? type.defaultVersion, key.text);
  return type && property && { range: key.range, markdown: describeProperty(property, shortTypeName(type.id)) };
}

function placeholderAt({ parsed: { source } }: LanguageText, offset: number): Hover | undefined {
  const start = source.text.lastIndexOf("\n", offset - 1) + 1;
  const end = source.text.indexOf("\n", offset);
  const line = source.text.slice(start, end === -1 ? undefined : end);
  for (const match of line.matchAll(/&\{(esv\.[^{}|]+)(?:\|([^{}]*))?\}|\{\{([^{}]+)\}\}|(?<!\\)\$\{realm\}/g)) {
    const range = { start: start + match.index, end: start + match.index + match[0].length };
    if (!holds(range, offset)) continue;
    const [, variable, otherwise, value] = match;
    const markdown =
      variable !== undefined
        ? `ESV \`${variable}\` of the tenant${otherwise === undefined ? "" : `, or \`${otherwise}\` where there is none`}`
        : value !== undefined
          ? `The node puts \`${value}\` in the place of this`
          : "The realm that the journey is built for";
    return { range, markdown };
  }
  return undefined;
}

const ends: Readonly<Record<string, string>> = {
  success: "The end where the user is logged in",
  failure: "The end where the login fails",
  start: "Where the journey begins",
};

function endAt({ parsed: { source } }: LanguageText, offset: number): Hover | undefined {
  // A longer word has no meaning here, and a search from each of its letters would take long.
  const before = /\w*$/.exec(source.text.slice(Math.max(0, offset - 32), offset))?.[0] ?? "";
  const word = before + (/^\w{0,32}/.exec(source.text.slice(offset, offset + 32))?.[0] ?? "");
  const start = offset - before.length;
  const isEnd =
    Object.hasOwn(ends, word) &&
    (word === "start" || /(?:->|before|forbid)\s*$/.test(source.text.slice(Math.max(0, start - 64), start)));
  return isEnd ? { range: { start, end: start + word.length }, markdown: ends[word] ?? "" } : undefined;
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
