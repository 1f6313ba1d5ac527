import { shortTypeName } from "../../catalogue/catalogue.js";
import { createGraph, type GraphVertex, type JourneyGraph } from "../../model/graph.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { bundleEdges, type EdgeBundle } from "./bundle-edges.js";
import { fullName, type GraphOptions, type Mark, markSigns } from "./mark.js";
import { plainText } from "./plain-text.js";

/** Writes a journey in the DOT language of Graphviz. */
export function writeDot(journey: Journey, options: GraphOptions = {}): string {
  const graph = createGraph(journey);
  const lines = [
    `digraph ${quoted(journey.id)} {`,
    "  rankdir=LR;",
    "  compound=true;",
    '  fontname="Helvetica,Arial"; fontsize=13;',
    `  label=${quoted(journey.id)}; labelloc=t; labeljust=l;`,
    '  node [shape=box, style="rounded,filled", fillcolor="#f7f9fc", color="#8b98a9", fontname="Helvetica,Arial", fontsize=11];',
    '  edge [color="#5f6c7e", fontname="Helvetica,Arial", fontsize=10];',
    ...graph.vertices.flatMap((vertex, index) => vertexLines(graph, vertex, index, options)),
    ...bundleEdges(graph).map((edge) => edgeLine(graph, edge)),
    "}",
    "",
  ];
  return lines.join("\n");
}

function vertexLines(
  graph: JourneyGraph,
  vertex: GraphVertex,
  index: number,
  options: GraphOptions,
): readonly string[] {
  switch (vertex.kind) {
    case "start":
      return [`  start [label="Start", shape=circle, fillcolor="#1b2430", fontcolor="#ffffff"];`];
    case "success":
    case "failure":
      return graph.incoming[index]?.length ? [endLine(vertex.kind)] : [];
    case "node":
      return nodeLines(vertex.node, `n${index}`, options);
    default:
      return vertex satisfies never;
  }
}

function endLine(kind: "success" | "failure"): string {
  return kind === "success"
    ? `  success [label="✓ Success", shape=oval, penwidth=2, fillcolor="#e6f5ea", color="#1a7f37"];`
    : `  failure [label="✗ Failure", shape=oval, penwidth=2, fillcolor="#fdecec", color="#c03434"];`;
}

function nodeLines(node: JourneyNode, id: string, options: GraphOptions): readonly string[] {
  if (node.children.length === 0) return [`  ${id} [${attributes(node, options)}];`];
  const frame = [`label=${quoted(titleOf(node, options))}`, 'style="rounded,filled"', 'fillcolor="#eef3fb"'];
  const line = markStyle(node, options);
  return [
    `  subgraph cluster_${id} {`,
    `    ${[...frame, ...(line.length > 0 ? line : ['color="#8b98a9"'])].join("; ")};`,
    ...node.children.map((child, index) => `    ${id}c${index} [${attributes(child, options)}];`),
    "  }",
  ];
}

function attributes(node: JourneyNode, options: GraphOptions): string {
  const label = `"${escaped(titleOf(node, options))}\\n${escaped(shortTypeName(node.typeId))}"`;
  return [`label=${label}`, ...markStyle(node, options)].join(", ");
}

const markColours: Readonly<Record<Mark, string>> = { added: "#1a7f37", removed: "#c03434", changed: "#9a6700" };

function markStyle(node: JourneyNode, { marks }: GraphOptions): readonly string[] {
  const mark = marks?.get(fullName(node));
  return mark === undefined ? [] : [`color="${markColours[mark]}"`, "penwidth=2.5"];
}

function titleOf(node: JourneyNode, { marks }: GraphOptions): string {
  const mark = marks?.get(fullName(node));
  const title = node.displayName || node.name;
  return mark === undefined ? title : `${markSigns[mark]} ${title}`;
}

/** Arrows connect nodes only: those of a page connect an inner node and are cut at the page's frame. */
function edgeLine(graph: JourneyGraph, { from, to, labels }: EdgeBundle): string {
  const [tail, head] = [endOf(graph, from, "last"), endOf(graph, to, "first")];
  const given = [
    ...(labels.length > 0 ? [`label=${quoted(labels.join(", "))}`] : []),
    ...(tail.frame ? [`ltail=${tail.frame}`] : []),
    ...(head.frame ? [`lhead=${head.frame}`] : []),
  ];
  return `  ${tail.id} -> ${head.id}${given.length > 0 ? ` [${given.join(", ")}]` : ""};`;
}

function endOf(graph: JourneyGraph, index: number, which: "first" | "last"): { id: string; frame?: string } {
  const vertex = graph.vertices[index];
  if (vertex?.kind !== "node") return { id: vertex?.kind ?? "start" };
  const inner = vertex.node.children.length;
  if (inner === 0) return { id: `n${index}` };
  return { id: `n${index}c${which === "first" ? 0 : inner - 1}`, frame: `cluster_n${index}` };
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Escapes a text for a label, in which a backslash begins an escape and `&` an entity. */
function escaped(text: string): string {
  return plainText(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("&", "&amp;");
}
