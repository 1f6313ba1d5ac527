import type { Edge, NodeDeclaration } from "../../syntax/ast.js";
import { occurrencesOf } from "../names/find-named.js";
import { isInScenario } from "../names/in-scenario.js";
import { occurrencesIn, textsOf } from "../names/occurrences.js";
import { renamedInLayout } from "./layout-lines.js";
import { indentAt, type Refactoring, type Selection, wholeLinesOf } from "./refactoring.js";

/** A node that only a page leads to, put at the end of that page: both are shown together then. */
export function moveIntoPage(selection: Selection): Refactoring | undefined {
  const { text, member, declaration, journey, node, file } = selection;
  if (member?.kind !== "node" || declaration === undefined || journey === undefined || node?.type === undefined)
    return undefined;
  const name = member.name?.text;
  const page = declaration.members.find(
    (each) => each.kind === "page" && each.members.some((edge) => edge.kind === "edge" && edge.target?.text === name),
  );
  if (name === undefined || page?.kind !== "page" || !["yes", "ifCallbacks"].includes(node.type.allowedInPage))
    return undefined;
  const pageName = page.name?.text;
  if (pageName === undefined) return undefined;
  const bound = journey.nodes.find((each) => each.name === pageName);
  const edges = page.members.filter((each): each is Edge => each.kind === "edge");
  if (edges.length !== 1 || bound?.outcomes.length !== 1 || bound.children.some((child) => child.name === name))
    return undefined;
  if (isSpokenOf(pageName, selection)) return undefined;
  const all = occurrencesOf({ kind: "node", journey: journey.id, page: undefined, name }, selection.projects);
  const { source } = text.parsed;
  const placed = renamedInLayout(declaration, [name], [pageName, name], source.text);
  if (all.length !== 2 + placed.length) return undefined;
  const arrows = member.members.filter((each): each is Edge => each.kind === "edge");
  if (arrows.length === 0) return undefined;
  const indent = `${indentAt(source.text, page.range.start)}  `;
  const inner = withoutArrows(source.text, member, arrows)
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
  const edge = edges[0] as Edge;
  const wiring = arrows.map(({ range }) => source.slice(range)).join(`\n${indent}`);
  return {
    title: `Show \`${name}\` on page \`${pageName}\``,
    kind: "rewrite",
    edits: [
      { range: edge.range, text: `${inner.trimStart()}\n\n${indent}${wiring}` },
      { range: wholeLinesOf(source.text, member.range, file), text: "" },
      ...placed,
    ],
  };
}

/** The last node of a page as a node of its own behind the page. */
export function moveOutOfPage(selection: Selection): Refactoring | undefined {
  const { text, member, child, journey, node, declaration } = selection;
  if (member?.kind !== "page" || child === undefined || journey === undefined || node === undefined) return undefined;
  const children = member.members.filter((each): each is NodeDeclaration => each.kind === "node");
  const [name, before] = [child.name?.text, node.children.at(-2)];
  if (children.at(-1) !== child || name === undefined || before === undefined || before.outcomes.length !== 1)
    return undefined;
  if (journey.nodes.some((each) => each.name === name)) return undefined;
  // Outcomes of the page become those of the node; only where all of them are its own is that the same journey.
  if (node.outcomes.some((outcome) => outcome.child !== name)) return undefined;
  const arrows = member.members.filter((each): each is Edge => each.kind === "edge");
  if (arrows.some(({ outcomes }) => outcomes.some((outcome) => outcome.child !== undefined))) return undefined;
  const { source } = text.parsed;
  const page = member.name?.text;
  if (page === undefined || declaration === undefined) return undefined;
  const placed = renamedInLayout(declaration, [page, name], [name], source.text);
  const all = occurrencesOf({ kind: "node", journey: journey.id, page, name }, selection.projects);
  if (all.length !== 1 + placed.length) return undefined;
  if (isSpokenOf(page, selection)) return undefined;
  const [first, last] = [arrows[0], arrows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const indent = indentAt(source.text, member.range.start);
  const inner = source.text
    .slice(child.range.start, child.range.end)
    .split("\n")
    .map((line) => line.replace(/^ {2}/, ""))
    .join("\n");
  const body = child.hasBody ? inner.replace(/\s*\}$/, "\n\n") : `${inner} {\n`;
  const wiring = arrows.map(({ range }) => `${indent}  ${source.slice(range)}\n`).join("");
  const lines = wholeLinesOf(source.text, child.range, text.parsed.file);
  return {
    title: `Show \`${name}\` behind page \`${page}\``,
    kind: "rewrite",
    edits: [
      { range: lines, text: "" },
      { range: { start: first.range.start, end: last.range.end }, text: `-> ${name}` },
      { range: { start: member.range.end, end: member.range.end }, text: `\n\n${indent}${body}${wiring}${indent}}` },
      ...placed,
    ],
  };
}

/** Whether scenarios name a page, or rules one of its outcomes: what it asks for and where it leads would be another one for them. */
function isSpokenOf(page: string | undefined, { journey, projects }: Selection): boolean {
  return textsOf(projects).some((text) =>
    occurrencesIn(text).some(({ named, range, isDeclaration }) => {
      if (!("journey" in named) || named.journey !== journey?.id) return false;
      if (named.kind === "outcome") return named.node === page && !isDeclaration;
      return named.kind === "node" && named.page === undefined && named.name === page && isInScenario(text, range);
    }),
  );
}

/** A node's text without its arrows, and without an empty body. */
function withoutArrows(source: string, { range }: NodeDeclaration, arrows: readonly Edge[]): string {
  let text = source.slice(range.start, range.end);
  for (const arrow of [...arrows].reverse()) {
    text = text.slice(0, arrow.range.start - range.start).trimEnd() + text.slice(arrow.range.end - range.start);
  }
  return text.replace(/\s*\{\s*\}$/, "");
}
