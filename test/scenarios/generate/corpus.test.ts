import { expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { createGraph, vertexOfTarget } from "../../../src/model/graph.js";
import { reaching } from "../../../src/model/graph-reachability.js";
import type { Journey } from "../../../src/model/model.js";
import { CoverageCounter } from "../../../src/scenarios/coverage/coverage.js";
import { generateScenarios } from "../../../src/scenarios/generate/generate-scenarios.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../../support/corpus.js";
import { expectFigures } from "../../support/figures.js";

/**
 * A journey of each family of the corpus comes through every outcome from which an end can be reached, and so to each of its ends: for real
 * as far as guessed inputs go, scripts included, and by stubs where they do not.
 */
test.skipIf(!corpusIsThere)("journeys of the corpus are driven to each of their ends", async () => {
  const files = corpusSample().filter(({ kind }) => kind === "journey");
  expect(files.length).toBeGreaterThan(0);
  const scripts = createScriptHost();
  const open: string[] = [];
  const count = { journeys: 0, scenarios: 0, nodes: 0, real: 0, outcomes: 0 };
  for (const { file } of files) {
    const source = new SourceFile(file, readCorpus(file));
    const { model } = readExport(source, {});
    for (const journey of model.journeys) {
      const { results, missed } = await generateScenarios(journey, { model, world: {}, scripts });
      for (const { goal } of missed) open.push(`${file}: ${goal.node}.${goal.outcome} is missed`);
      const counter = new CoverageCounter();
      for (const { path } of results) counter.add(path);
      const coverage = counter.coverageOf(journey);
      const ending = endingOutcomes(journey);
      for (const { node, outcomes, visits, stubbed } of coverage.nodes) {
        for (const { id, taken } of outcomes) {
          if (taken > 0) count.outcomes++;
          else if (ending(node, id)) open.push(`${file}: ${node}.${id} is not taken`);
        }
        count.nodes += visits > 0 ? 1 : 0;
        count.real += visits > stubbed ? 1 : 0;
      }
      count.journeys++;
      count.scenarios += results.length;
    }
  }
  expect(open).toEqual([]);
  if (process.env.CORPUS === "whole") return;
  expectFigures("Scenarios for the corpus", {
    journeys: count.journeys,
    scenarios: count.scenarios,
    "outcomes taken": count.outcomes,
    "nodes come through": count.nodes,
    "of them run for real at least once": count.real,
  });
});

/** Answers whether an outcome of a node leads to an end on some path. */
function endingOutcomes(journey: Journey): (node: string, outcomeId: string) => boolean {
  const graph = createGraph(journey);
  const ending = new Set([graph.success, graph.failure].flatMap((end) => [...reaching(graph, end)]));
  return (node, outcomeId) => {
    const vertex = graph.vertices[graph.byName.get(node) ?? -1];
    if (vertex?.kind !== "node") return false;
    const connection = vertex.node.connections.find((each) => each.outcomeId === outcomeId);
    const target = connection && vertexOfTarget(graph, connection.target);
    return target !== undefined && ending.has(target);
  };
}
