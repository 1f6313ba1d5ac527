import { findProperty } from "../../catalogue/find-property.js";
import { lineWidth } from "../../format/print/printing.js";
import { quoteText } from "../../format/print/quote-text.js";
import { printString, wantsTextBlock } from "../../format/print/string.js";
import { displayNameOf } from "../../model/display-name.js";
import { createGraph } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import type { NodeDeclaration, Property, StringValue, Value } from "../../syntax/ast.js";
import { isName, writtenName } from "../../syntax/match-word.js";
import { isExternal } from "../language-project.js";
import { occurrencesOf } from "../names/find-named.js";
import { occurrenceAt } from "../names/occurrences.js";
import {
  addToBody,
  indentAt,
  type Refactoring,
  type Selection,
  unconnectedOutcomesOf,
  wholeLinesOf,
} from "./refactoring.js";

/** An arrow to failure for all outcomes that lead nowhere. */
export function wireToFailure({ text, member, node }: Selection): Refactoring | undefined {
  if (member === undefined || node === undefined) return undefined;
  const open = unconnectedOutcomesOf(node);
  if (open.length === 0) return undefined;
  const arrow =
    open.length === node.outcomes.length && open.length === 1 ? "-> failure" : `${open.join(", ")} -> failure`;
  const title =
    open.length === 1 ? `Let \`${open[0]}\` lead to failure` : "Let all outcomes without an arrow lead to failure";
  return { title, kind: "rewrite", edits: [addToBody(text.parsed.source.text, member, [arrow])] };
}

/** A string in quotes as a text block, where formatting leaves it one. */
export function toTextBlock(selection: Selection): Refactoring | undefined {
  const { source } = selection.text.parsed;
  const value = stringAt(selection);
  if (value === undefined || value.block) return undefined;
  const { start } = value.range;
  const width = lineWidth - (start - source.lineStart(source.positionAt(start).line));
  if (!wantsTextBlock(value, width)) return undefined;
  const text = printString(value, indentAt(source.text, start), width);
  return { title: "Write as a text block", kind: "rewrite", edits: [{ range: value.range, text }] };
}

function stringAt({ member, child, declaration, range }: Selection): StringValue | undefined {
  const members = child?.members ?? member?.members ?? declaration?.members ?? [];
  for (const property of members) {
    if (property.kind !== "property" || property.value === undefined) continue;
    const found = stringIn(property.value, range.start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stringIn(value: Value, offset: number): StringValue | undefined {
  if (!(value.range.start <= offset && offset <= value.range.end)) return undefined;
  if (value.kind === "string") return value;
  const inner =
    value.kind === "list"
      ? value.items
      : value.kind === "object"
        ? value.entries.flatMap((entry) => entry.value ?? [])
        : [];
  for (const each of inner) {
    const found = stringIn(each, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The properties of a node in the order of the catalogue, which is that of the admin console. */
export function sortProperties({ text, member, child, node }: Selection): Refactoring | undefined {
  const declaration = child ?? member;
  const bound = child === undefined ? node : node?.children.find(({ name }) => name === child.name?.text);
  if (declaration === undefined || bound?.type === undefined) return undefined;
  const { type, version } = bound;
  const properties: readonly Property[] = declaration.members.flatMap((each) =>
    each.kind === "property" ? [each] : [],
  );
  const { source, file } = text.parsed;
  const [first, last] = [properties[0], properties.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  // A comment belongs to what stands below it, and would have to move too.
  if (file.comments.some(({ range }) => first.range.start < range.start && range.start < last.range.end))
    return undefined;
  if (
    declaration.members.some(
      (each) => each.kind !== "property" && first.range.start < each.range.start && each.range.start < last.range.end,
    )
  )
    return undefined;
  const orderOf = ({ key }: Property) => findProperty(type, version, key.text)?.order ?? Number.POSITIVE_INFINITY;
  const sorted = [...properties].sort((left, right) => orderOf(left) - orderOf(right) || 0);
  const edits = properties.flatMap(({ range }, index) => {
    const now = sorted[index];
    return now === undefined || now.range === range ? [] : [{ range, text: source.slice(now.range) }];
  });
  return edits.length === 0
    ? undefined
    : { title: "Sort the properties as the admin console does", kind: "rewrite", edits };
}

/** The default of a parameter in the place of the parameter. */
export function inlineParameter({ text, range, projects, file }: Selection): Refactoring | undefined {
  const named = occurrenceAt(text, range.start)?.named;
  if (named?.kind !== "param") return undefined;
  const declaration = file.items.find((item) => item.kind === "param" && item.name?.text === named.name);
  const value = declaration?.kind === "param" ? declaration.value : undefined;
  // A configuration may give it another value.
  if (declaration === undefined || value === undefined || text.bound.scope.options.params.has(named.name))
    return undefined;
  const plain = plainText(value);
  if (plain === undefined) return undefined;
  const { source } = text.parsed;
  const uses = occurrencesOf(named, projects).filter(({ isDeclaration }) => !isDeclaration);
  const edits = uses.map(({ range: use }) => {
    const start = source.text.lastIndexOf("${", use.start);
    const end = source.text.indexOf("}", use.end) + 1;
    const isAlone = source.text[start - 1] === '"' && source.text[end] === '"' && source.text[start - 2] !== '"';
    if (isAlone && (value.kind === "string" || !isTitle(source.text, start - 1)))
      return { range: { start: start - 1, end: end + 1 }, text: source.slice(value.range) };
    return { range: { start, end }, text: quoteText(plain) };
  });
  const removal = { range: wholeLinesOf(source.text, declaration.range, file), text: "" };
  return { title: `Put the value of \`${named.name}\` in its place`, kind: "inline", edits: [...edits, removal] };
}

/** Whether the quotes at an offset follow a name or another text: only texts can stand there. */
function isTitle(source: string, offset: number): boolean {
  return /[\p{L}\p{M}\p{N}_"-]$/u.test(source.slice(source.lastIndexOf("\n", offset) + 1, offset).trimEnd());
}

function plainText(value: Value): string | undefined {
  if (value.kind === "number") return value.text;
  if (value.kind === "boolean") return String(value.value);
  const [only = "", another] = value.kind === "string" ? value.parts : [undefined, undefined];
  return value.kind === "string" && another === undefined && typeof only === "string" ? only : undefined;
}

/** A rule that every successful path goes through the node, where that holds. */
export function addRequire({ text, member, declaration, journey }: Selection): Refactoring | undefined {
  const name = member?.name?.text;
  if (name === undefined || declaration === undefined || journey === undefined) return undefined;
  if (
    journey.rules.some(
      (rule) =>
        rule.kind === "require" && rule.node === name && rule.outcomeId === undefined && rule.before.kind === "success",
    )
  )
    return undefined;
  const { text: source } = text.parsed.source;
  const last =
    declaration.members.findLast(({ kind }) => kind === "require" || kind === "forbid") ??
    declaration.members.findLast(({ kind }) => kind === "node" || kind === "page");
  if (last === undefined) return undefined;
  const isRule = last.kind === "require" || last.kind === "forbid";
  const indent = indentAt(source, last.range.start);
  const rule = `${isRule ? "\n" : "\n\n"}${indent}require ${writtenName(name)} before success`;
  const edits = [{ range: { start: last.range.end, end: last.range.end }, text: rule }];
  const graph = createGraph(journey);
  const by = graph.byName.get(name);
  const isRefuted = shortestPath(graph, graph.start, graph.success, ({ from }) => from !== by) !== undefined;
  return isRefuted ? undefined : { title: `Require \`${name}\` before success`, kind: "rewrite", edits };
}

/** A declaration of a type that nothing knows, with the outcomes that its arrows have. */
export function declareType({ text, member, child, journey, file }: Selection): Refactoring | undefined {
  const declaration = child ?? (member?.kind === "node" ? member : undefined);
  const typeName = declaration?.type?.name;
  if (declaration === undefined || typeName === undefined || journey === undefined) return undefined;
  const nodes = text.bound.journeys.flatMap((each) => each.nodes.flatMap((node) => [node, ...node.children]));
  const alike = nodes.filter(({ typeId, type }) => typeId === typeName.text && type === undefined);
  if (alike.length === 0) return undefined;
  const taken = text.bound.scope.externTypes;
  const name =
    isName(typeName.text) && !typeName.quoted ? typeName.text : nameFor(declaration.name?.text ?? "Own", taken);
  const outcomes = [...new Set(alike.flatMap(({ connections }) => connections.map(({ outcomeId }) => outcomeId)))];
  const list = outcomes.map((outcome) => JSON.stringify(outcome)).join(", ");
  const words = displayNameOf(name);
  const extern = `extern node ${name} ${JSON.stringify(typeName.text)} {\n  displayName: ${JSON.stringify(words)}\n  outcomes: [${list}]\n}\n\n`;
  const first = file.items[0];
  const at = first === undefined ? 0 : wholeLinesOf(text.parsed.source.text, first.range, file).start;
  const declarations = nodesOfType(file, typeName.text);
  const renames =
    name === typeName.text
      ? []
      : declarations.flatMap(({ type }) => (type === undefined ? [] : [{ range: type.name.range, text: name }]));
  // Beside others, the outcome of an arrow without a name has to be named.
  const bare = declarations.flatMap(({ members }) =>
    members.flatMap((each) => (each.kind === "edge" && each.outcomes.length === 0 ? [each.range.start] : [])),
  );
  const named = outcomes.length === 1 ? [] : bare.map((start) => ({ range: { start, end: start }, text: "outcome " }));
  return {
    title: `Declare the type \`${name}\``,
    kind: "rewrite",
    edits: [{ range: { start: at, end: at }, text: extern }, ...renames, ...named],
  };
}

function nameFor(name: string, taken: ReadonlyMap<string, unknown>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}${number}`;
  return candidate;
}

function nodesOfType(file: Selection["file"], name: string): readonly NodeDeclaration[] {
  return file.items
    .flatMap((item) => (item.kind === "journey" ? item.members : []))
    .flatMap((member) => [member, ...(member.kind === "page" ? member.members : [])])
    .filter((each) => each.kind === "node")
    .filter(({ type }) => type?.name.text === name);
}

/** Whether a journey of this name could not be declared. */
export function isJourneyTaken(name: string, { projects }: Selection): boolean {
  return projects.some(
    (project) =>
      isExternal(name, project) ||
      project.model.model.journeys.some((journey) => journey.name === name || journey.id === name),
  );
}
