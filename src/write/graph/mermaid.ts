import { shortTypeName } from "../../catalogue/catalogue.js";
import { createGraph, type GraphVertex, type JourneyGraph } from "../../model/graph.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { bundleEdges } from "./bundle-edges.js";
import { fullName, type GraphOptions, type Mark, markSigns } from "./mark.js";
import { plainText } from "./plain-text.js";

export interface MermaidOptions extends GraphOptions {
  /** Draws only these nodes (by name) and the arrows between them, `start` and the ends. */
  readonly only?: ReadonlySet<string>;
}

/** Writes a journey as a Mermaid flowchart, which GitHub, GitLab and many editors display. */
export function writeMermaid(journey: Journey, options: MermaidOptions = {}): string {
  const graph = createGraph(journey);
  const shown = shownVertices(graph, options.only);
  const lines = ["flowchart LR", `  accTitle: ${heading(journey.id)}`];
  for (const [index, vertex] of graph.vertices.entries()) {
    if (shown.has(index)) lines.push(...vertexLines(vertex, index, options));
  }
  for (const { from, to, labels } of bundleEdges(graph)) {
    if (!shown.has(from) || !shown.has(to)) continue;
    const label = labels.length === 0 ? "" : `|${quoted(labels.join(", "))}|`;
    lines.push(`  ${idOf(graph, from)} -->${label} ${idOf(graph, to)}`);
  }
  return [...lines, ...classLines(graph, shown, options), ""].join("\n");
}

/** Ends that nothing leads to are left out. */
function shownVertices(graph: JourneyGraph, only: ReadonlySet<string> | undefined): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind === "node" ? (only?.has(vertex.node.name) ?? true) : vertex.kind === "start") shown.add(index);
  }
  for (const end of [graph.success, graph.failure]) {
    if (graph.incoming[end]?.some((edge) => shown.has(edge.from))) shown.add(end);
  }
  if (only !== undefined && !graph.outgoing[graph.start]?.some((edge) => shown.has(edge.to))) shown.delete(graph.start);
  return shown;
}

function vertexLines(vertex: GraphVertex, index: number, options: MermaidOptions): readonly string[] {
  switch (vertex.kind) {
    case "start":
      return [`  start(["Start"])`];
    case "success":
      return [`  success(["✓ Success"])`];
    case "failure":
      return [`  failure(["✗ Failure"])`];
    case "node":
      return nodeLines(vertex.node, `n${index}`, options);
    default:
      return vertex satisfies never;
  }
}

function nodeLines(node: JourneyNode, id: string, options: MermaidOptions): readonly string[] {
  if (node.children.length === 0) return [`  ${id}[${labelOf(node, options)}]`];
  const inner = node.children.map((child, index) => `    ${id}c${index}[${labelOf(child, options)}]`);
  return [`  subgraph ${id}[${quoted(titleOf(node, options))}]`, "    direction TB", ...inner, "  end"];
}

function labelOf(node: JourneyNode, options: MermaidOptions): string {
  return quoted(titleOf(node, options), shortTypeName(node.typeId));
}

function titleOf(node: JourneyNode, { marks }: MermaidOptions): string {
  const mark = marks?.get(fullName(node));
  const title = node.displayName || node.name;
  return mark === undefined ? title : `${markSigns[mark]} ${title}`;
}

function idOf(graph: JourneyGraph, index: number): string {
  const kind = graph.vertices[index]?.kind;
  return kind === undefined || kind === "node" ? `n${index}` : kind;
}

/**
 * Writes the classes of vertices. Ids are `n` and a number, or `start`, `success` or `failure`, so that none is a word
 * of Mermaid such as `end`.
 */
function classLines(graph: JourneyGraph, shown: ReadonlySet<number>, { marks }: MermaidOptions): readonly string[] {
  const members = new Map<string, string[]>();
  const add = (name: string, id: string) => {
    const ids = members.get(name);
    if (ids) ids.push(id);
    else members.set(name, [id]);
  };
  for (const [index, vertex] of graph.vertices.entries()) {
    if (!shown.has(index)) continue;
    if (vertex.kind !== "node") {
      if (vertex.kind !== "start") add(vertex.kind, vertex.kind);
      continue;
    }
    const mark = marks?.get(vertex.node.name);
    if (mark) add(mark, `n${index}`);
    for (const [at, child] of vertex.node.children.entries()) {
      const childMark = marks?.get(fullName(child));
      if (childMark) add(childMark, `n${index}c${at}`);
    }
  }
  return [...members].flatMap(([name, ids]) => [
    `  classDef ${name} ${classStyles[name as keyof typeof classStyles]}`,
    `  class ${ids.join(",")} ${name}`,
  ]);
}

const classStyles: Readonly<Record<Mark | "success" | "failure", string>> = {
  success: "fill:#e3f4e8,stroke:#1a7f37,color:#0f3d1c",
  failure: "fill:#fdeaea,stroke:#c62f2f,color:#5c1212",
  added: "fill:#e3f4e8,stroke:#1a7f37,stroke-width:3px,color:#0f3d1c",
  removed: "fill:#fdeaea,stroke:#c62f2f,stroke-width:3px,stroke-dasharray:6 4,color:#5c1212",
  changed: "fill:#fff4d6,stroke:#9a6700,stroke-width:3px,color:#4d3300",
};

/**
 * Lines of text as one label. Mermaid reads `#number;` as a character; all characters with a meaning for it are written
 * so.
 */
function quoted(...lines: readonly string[]): string {
  return `"${lines.map((line) => plainText(line).replace(special, (character) => `#${character.codePointAt(0)};`)).join("<br/>")}"`;
}

const special = /["#&<>`%;\\]/g;

/**
 * The title for screen readers. It ends with its line, and no character in it can be written by number, so special ones
 * become blanks.
 */
function heading(text: string): string {
  return (
    plainText(text)
      .replace(/[#;%{}]/g, " ")
      .trim() || "Journey"
  );
}
