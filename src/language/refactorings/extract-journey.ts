import { stateNeverWritten } from "../../check/rules/state-never-written.js";
import { stateNotOnEveryPath } from "../../check/rules/state-not-on-every-path.js";
import { transientStateLost } from "../../check/rules/transient-state-lost.js";
import type { TextEdit } from "../../diagnostics/diagnostic.js";
import type { Edge, EntryStatement, JourneyMember, NodeDeclaration, PageDeclaration } from "../../syntax/ast.js";
import { writtenName } from "../../syntax/match-word.js";
import type { Range } from "../../text/range.js";
import { occurrencesOf } from "../names/find-named.js";
import { layoutOf, type MovedLayout } from "./layout-lines.js";
import { lostState } from "./lost-state.js";
import { newFinding } from "./new-findings.js";
import { indentAt, type Refactoring, type Selection, wholeLinesOf } from "./refactoring.js";
import { isJourneyTaken } from "./small-changes.js";

/** What nodes read must be there on both sides of the new border as it was before. */
const stateRules = [transientStateLost, stateNeverWritten, stateNotOnEveryPath] as const;

type Member = NodeDeclaration | PageDeclaration;

/**
 * An inner journey of the selected nodes, and one node in their place that runs it. There must be one way in, and at most two ways out, because an
 * inner journey only succeeds or fails. Their lines of the layout go with them. Nothing else may speak of the nodes, and transient state must not get
 * lost between them and others.
 */
export function extractJourney(selection: Selection): Refactoring | undefined {
  const { text, declaration, journey, range, file } = selection;
  if (declaration === undefined || journey === undefined || range.start === range.end) return undefined;
  const chosen = declaration.members.filter(
    (member): member is Member => isNode(member) && member.range.start < range.end && range.start < member.range.end,
  );
  const names = new Set(chosen.map(({ name }) => name?.text ?? ""));
  if (chosen.length === 0 || names.has("") || chosen.length === declaration.members.filter(isNode).length)
    return undefined;
  if (declaration.members.some(({ kind }) => kind === "script" || kind === "raw")) return undefined;
  const entry = onlyEntry(declaration.members, names);
  const ends = entry === undefined ? undefined : endsOf(chosen, names);
  if (entry === undefined || ends === undefined) return undefined;
  const { source } = text.parsed;
  const layout = layoutOf(declaration, names, source.text);
  if (layout === undefined || isNamedElsewhere(selection, names, chosen, layout)) return undefined;
  const name = freeName(`${journey.name}Part`, selection);
  const edits: TextEdit[] = [...layout.edits(entry, name)];
  const first = chosen[0] as Member;
  const indent = indentAt(source.text, first.range.start);
  const arrows = [...ends]
    .map(([target, end]) => `${indent}  ${end === "success" ? "true" : "false"} -> ${writtenName(target)}\n`)
    // Whatever fails in an inner journey besides comes out here.
    .concat([...ends.values()].includes("failure") ? [] : [`${indent}  false -> failure\n`])
    .sort()
    .reverse();
  const call = `${indent}node ${name}: InnerTreeEvaluator {\n${indent}  tree: "${name}"\n\n${arrows.join("")}${indent}}\n\n`;
  for (const member of chosen)
    edits.push({ range: wholeLinesOf(source.text, member.range, file), text: member === first ? call : "" });
  for (const target of targetsTo(
    declaration.members.filter((member) => !chosen.includes(member as Member)),
    new Set([entry]),
  ))
    edits.push({ range: target, text: name });
  const bodies = chosen
    .map((member) => moved(source.text, wholeLinesOf(source.text, member.range, file), member, ends))
    .join("")
    .trimEnd();
  const resource = declaration.members.find(
    (member) => member.kind === "property" && member.key.text === "identityResource",
  );
  const settings = resource === undefined ? "" : `  ${source.slice(resource.range)}\n`;
  const inner = `\n\njourney ${name} {\n  innerTreeOnly: true\n${settings}\n  start -> ${writtenName(entry)}\n\n${bodies}\n${layout.block}}`;
  edits.push({ range: { start: declaration.range.end, end: declaration.range.end }, text: inner });
  const title = `Make an inner journey of ${chosen.length === 1 ? "this node" : `these ${chosen.length} nodes`}`;
  const refusal = lostState(journey, names) ?? findingRefusal(newFinding(selection, edits, stateRules));
  return { title, kind: "extract", edits: refusal === undefined ? edits : [], refusal };
}

function findingRefusal(message: string | undefined): string | undefined {
  return message && `The result would have another finding: ${message}`;
}

function isNode(member: JourneyMember): member is Member {
  return member.kind === "node" || member.kind === "page";
}

/** The only node of the chosen ones that something else leads to. */
function onlyEntry(members: readonly JourneyMember[], names: ReadonlySet<string>): string | undefined {
  const others = members.filter((member) => !(isNode(member) && names.has(member.name?.text ?? "")));
  const entries = new Set(
    arrowsOf(others).flatMap(({ target }) => (target !== undefined && names.has(target.text) ? [target.text] : [])),
  );
  const [only, another] = entries;
  return another === undefined ? only : undefined;
}

function arrowsOf(members: readonly JourneyMember[]): readonly (Edge | EntryStatement)[] {
  return members.flatMap((member): readonly (Edge | EntryStatement)[] => {
    if (member.kind === "entry") return [member];
    return isNode(member)
      ? (member.members as readonly { readonly kind: string }[]).filter((each): each is Edge => each.kind === "edge")
      : [];
  });
}

function targetsTo(members: readonly JourneyMember[], names: ReadonlySet<string>) {
  return arrowsOf(members).flatMap(({ target }) =>
    target !== undefined && names.has(target.text) ? [target.range] : [],
  );
}

/** The targets outside, each with the end that stands for it; `undefined` where there are more than two, or none but failure. */
function endsOf(
  chosen: readonly Member[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, "success" | "failure"> | undefined {
  const targets = [
    ...new Set(
      arrowsOf(chosen).flatMap(({ target }) => (target === undefined || names.has(target.text) ? [] : [target.text])),
    ),
  ];
  if (arrowsOf(chosen).some(({ target }) => target?.quoted === true)) return undefined;
  const others = targets.filter((target) => target !== "failure" && target !== "success");
  const ends = new Map<string, "success" | "failure">();
  if (targets.includes("success")) ends.set("success", "success");
  if (targets.includes("failure")) ends.set("failure", "failure");
  for (const target of others) {
    const free = (["success", "failure"] as const).find((end) => ![...ends.values()].includes(end));
    if (free === undefined) return undefined;
    ends.set(target, free);
  }
  if (![...ends.values()].includes("success")) return undefined;
  return ends;
}

/** Rules and scenarios speak of nodes of their own journey. */
function isNamedElsewhere(
  { projects, journey, text }: Selection,
  names: ReadonlySet<string>,
  chosen: readonly Member[],
  layout: MovedLayout,
): boolean {
  if (journey === undefined) return true;
  const moved: readonly Range[] = [...chosen, ...layout.entries].map(({ range }) => range);
  const isMoved = (at: number) => moved.some((range) => range.start <= at && at < range.end);
  return [...names].some((name) => {
    const all = occurrencesOf({ kind: "node", journey: journey.id, page: undefined, name }, projects);
    return all.some(({ text: of, range }) => {
      if (of !== text) return true;
      if (isMoved(range.start)) return false;
      const { text: source } = of.parsed.source;
      const before = source.slice(source.lastIndexOf("\n", range.start - 1) + 1, range.start);
      return !/->\s*$/.test(before) || /^\s*stub\b/.test(before);
    });
  });
}

/** The text of a node, with the ends of the new journey in the place of targets outside. */
function moved(
  source: string,
  lines: { readonly start: number; readonly end: number },
  member: Member,
  ends: ReadonlyMap<string, string>,
): string {
  let text = source.slice(lines.start, lines.end);
  const targets = arrowsOf([member])
    .flatMap(({ target }) => (target === undefined ? [] : [target]))
    .reverse();
  for (const { text: name, range } of targets) {
    const end = ends.get(name);
    if (end !== undefined) text = text.slice(0, range.start - lines.start) + end + text.slice(range.end - lines.start);
  }
  return `${text.trimEnd()}\n\n`;
}

function freeName(name: string, selection: Selection): string {
  const isTaken = (candidate: string) =>
    isJourneyTaken(candidate, selection) || selection.journey?.nodes.some((node) => node.name === candidate) === true;
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}${number}`;
  return candidate;
}
