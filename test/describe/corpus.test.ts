import { describe, expect, test } from "vitest";
import { checkModel } from "../../src/check/check-model.js";
import { describeJourneys } from "../../src/describe/describe.js";
import { describeModel } from "../../src/describe/describe-model.js";
import type { JourneyDescription, WaysToEnd } from "../../src/describe/description.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";

const [success, failure] = ["70e691a5-1e33-4ac3-a356-e7b6d60d92e0", "e301438c-0bd0-429c-ab0c-66126501069a"];

/** The graph of a journey as its JSON has it, walked by the plainest means. */
class RawGraph {
  readonly entry: string;
  readonly ids: readonly string[];
  readonly #targets: ReadonlyMap<string, readonly string[]>;

  constructor(tree: { entryNodeId?: string; nodes?: Record<string, { connections?: Record<string, string> }> }) {
    const nodes = Object.entries(tree.nodes ?? {});
    this.entry = tree.entryNodeId ?? "";
    this.ids = nodes.map(([id]) => id);
    this.#targets = new Map(nodes.map(([id, { connections = {} }]) => [id, Object.values(connections)]));
  }

  targetsOf(id: string): readonly string[] {
    return this.#targets.get(id) ?? [];
  }

  /** The least number of nodes on a way to an end that avoids a node. */
  distance(end: string, without?: string): number | undefined {
    let level = this.entry === without ? [] : [this.entry];
    const seen = new Set(level);
    for (let steps = 0; level.length > 0; steps++) {
      if (level.includes(end)) return steps;
      level = [...new Set(level.flatMap((id) => this.targetsOf(id)))].filter((id) => id !== without && !seen.has(id));
      for (const id of level) seen.add(id);
    }
    return undefined;
  }

  /** Where ways from some places come to first, of the places at which they stop. */
  stopsFrom(ids: readonly string[], isStop: (id: string) => boolean): ReadonlySet<string> {
    const stops = new Set<string>();
    const seen = new Set(ids);
    for (const id of seen) {
      if (isStop(id)) stops.add(id);
      else for (const target of this.targetsOf(id)) seen.add(target);
    }
    return stops;
  }
}

function rawTree(text: string) {
  const value = JSON.parse(text);
  const journey = value.trees ? Object.values<never>(value.trees)[0] : value;
  return (journey as { tree?: never })?.tree ?? journey;
}

function idsByLabel({ nodes, journey }: JourneyDescription): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ label }, index) => [label, journey.nodes[index]?.id ?? ""]));
}

function faultsOfWays(
  { ways, needed }: WaysToEnd,
  end: string,
  raw: RawGraph,
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  const faults: string[] = [];
  const distance = raw.distance(end);
  if ((distance === undefined) !== (ways.length === 0)) faults.push(`distance ${distance}, ${ways.length} ways`);
  const lengths = ways.map((way) => way.length);
  if (ways.length > 0 && Math.min(...lengths) !== distance)
    faults.push(`shortest ${Math.min(...lengths)}, not ${distance}`);
  for (const way of ways) {
    const path = [...way.map(({ node }) => ids.get(node) ?? "?"), end];
    if (path[0] !== raw.entry) faults.push("does not begin at the start");
    path.slice(1).forEach((id, index) => {
      if (!raw.targetsOf(path[index] ?? "").includes(id)) faults.push(`${path[index]} does not lead to ${id}`);
    });
  }
  for (const [label, id] of ids) {
    const isNeeded = distance !== undefined && raw.distance(end, id) === undefined;
    if (isNeeded !== needed.includes(label)) faults.push(`${label} ${isNeeded ? "is" : "is not"} needed`);
  }
  return faults;
}

function faultsOfScreens(described: JourneyDescription, raw: RawGraph, ids: ReadonlyMap<string, string>) {
  const screens = new Set(described.screens.map(({ node }) => ids.get(node)));
  if (described.screensLeft > 0) return [];
  const isStop = (id: string) => screens.has(id) || id === success || id === failure;
  return described.screens.flatMap(({ node, next }) => {
    const told = next.flatMap(({ targets }) =>
      targets.flatMap((target) => {
        if (target.kind === "screen") return [ids.get(target.node) ?? "?"];
        return target.kind === "nothing" ? [] : [target.kind === "success" ? success : failure];
      }),
    );
    const expected = raw.stopsFrom(raw.targetsOf(ids.get(node) ?? ""), isStop);
    const isSame = JSON.stringify([...new Set(told)].sort()) === JSON.stringify([...expected].sort());
    return isSame ? [] : [`after ${node}: ${told}, not ${[...expected]}`];
  });
}

describe.skipIf(!corpusIsThere)("descriptions of the corpus (skipped where it is absent)", () => {
  test("state what the JSON says: counts, connections, ways, what comes next", () => {
    const wrong: unknown[] = [];
    for (const { file } of corpusSample().filter(({ kind }) => kind === "journey")) {
      const text = readCorpus(file);
      const read = readExport(new SourceFile("corpus.json", text), {});
      const findings = checkModel({ ...read, parsed: [] });
      const description = describeModel(read.model, findings);
      const [journey] = description.journeys;
      if (journey === undefined) continue;
      const raw = new RawGraph(rawTree(text));
      const ids = idsByLabel(journey);
      const connections = raw.ids.reduce((sum, id) => sum + raw.targetsOf(id).length, 0);
      expect([file, journey.counts.nodes, journey.counts.connections]).toEqual([file, raw.ids.length, connections]);
      expect([file, ids.size]).toEqual([file, raw.ids.length]);
      const told = journey.findings.length + description.findings.length;
      const faults = [
        ...(told === findings.length ? [] : [`${told} of ${findings.length} findings`]),
        ...faultsOfOutcomes(journey, raw, ids),
        ...faultsOfWays(journey.ends.success, success, raw, ids),
        ...faultsOfWays(journey.ends.failure, failure, raw, ids),
        ...faultsOfScreens(journey, raw, ids),
      ];
      if (faults.length > 0) wrong.push({ file, faults });
    }
    expect(wrong).toEqual([]);
  });

  test("are the same bytes each time, whatever the order of the journeys, and name each journey and node", () => {
    const files = corpusSample(9).filter(({ kind }) => kind === "journey");
    const journeys = files.flatMap(({ file }) => readExport(new SourceFile(file, readCorpus(file)), {}).model.journeys);
    const distinct = [...new Map(journeys.map((journey) => [journey.id, journey])).values()];
    const pageOf = (list: typeof distinct, format: "markdown" | "html") =>
      describeJourneys({ journeys: list, externTypes: new Map(), scenarios: [] }, [], { format });
    for (const format of ["markdown", "html"] as const) {
      const page = pageOf(distinct, format);
      expect(pageOf(distinct.toReversed(), format) === page).toBe(true);
      const headings = page.match(format === "markdown" ? /^### /gm : /<h3>/g)?.length;
      expect(headings).toBe(distinct.reduce((sum, { nodes, scripts }) => sum + nodes.length + scripts.length, 0));
    }
  });
});

function faultsOfOutcomes(journey: JourneyDescription, raw: RawGraph, ids: ReadonlyMap<string, string>) {
  return journey.nodes.flatMap(({ label, outcomes }) => {
    const told = outcomes.flatMap(({ target }) => {
      if (target.kind === "nothing") return [];
      if (target.kind === "node") return [ids.get(target.label)];
      if (target.kind === "foreign") return [target.id];
      return [target.kind === "success" ? success : failure];
    });
    const expected = [...raw.targetsOf(ids.get(label) ?? "")].sort();
    return JSON.stringify(told.sort()) === JSON.stringify(expected) ? [] : [`${label}: ${told}, not ${expected}`];
  });
}
