import type { JourneyFacts } from "../../src/check/journey-facts.js";
import { ModelFacts } from "../../src/check/model-facts.js";
import { bind } from "../../src/model/bind.js";
import type { GraphEdge, JourneyGraph } from "../../src/model/graph.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The facts about the first of some journeys; scripts are given by path, journeys that could not be read completely by name. */
export function factsOf(
  texts: readonly string[],
  options: { readonly scripts?: Readonly<Record<string, string>>; readonly incomplete?: readonly string[] } = {},
): JourneyFacts {
  const parsed = texts.map((text, index) => parse(new SourceFile(`test${index}.journey`, text)));
  const { model } = bind(parsed, { readText: (path) => ({ text: options.scripts?.[path] ?? "" }) });
  const incomplete = new Set(model.journeys.filter(({ name }) => options.incomplete?.includes(name)));
  return new ModelFacts(model, { incomplete }).factsOf(model.journeys[0]!);
}

/** The name of a vertex: that of its node, or of the start or end. */
export function vertexName(graph: JourneyGraph, vertex: number): string {
  const at = graph.vertices[vertex];
  return at?.kind === "node" ? at.node.name : (at?.kind ?? "");
}

/** A path as the names that it passes, with the outcomes taken. */
export function pathText(graph: JourneyGraph, path: readonly GraphEdge[] | undefined): string | undefined {
  if (path === undefined) return undefined;
  return path
    .map(({ from, to, connection }, index) => {
      const outcome = connection.outcomeId === "" || from === graph.start ? "" : `.${connection.outcomeId}`;
      return `${index === 0 ? `${vertexName(graph, from)}` : ""}${outcome} ${vertexName(graph, to)}`;
    })
    .join("");
}
