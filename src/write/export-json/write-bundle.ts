import type { Journey } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { stableJson } from "./stable-json.js";
import { journeyExport } from "./write-export.js";

/**
 * Writes journeys as one export, inner journeys before those that call them: importers that go through the file in its
 * order then never meet a call to what is not there yet. Below the journeys everything is sorted as always.
 */
export function writeBundle(journeys: readonly Journey[]): string {
  if (journeys.length === 0) return '{\n  "trees": {}\n}\n';
  const trees = innerJourneysFirst(journeys).map(
    (journey) => `    ${JSON.stringify(journey.id)}: ${stableJson(journeyExport(journey)).replaceAll("\n", "\n    ")}`,
  );
  return `{\n  "trees": {\n${trees.join(",\n")}\n  }\n}\n`;
}

/** Orders journeys so that those called stand before their callers, else by id. A cycle is cut where it is entered. */
export function innerJourneysFirst(journeys: readonly Journey[]): readonly Journey[] {
  const sorted = [...journeys].sort((left, right) => (left.id < right.id ? -1 : 1));
  const byId = new Map(sorted.map((journey) => [journey.id, journey]));
  const ordered = new Set<Journey>();
  const entered = new Set<Journey>();
  for (const first of sorted) {
    const open: Journey[] = [first];
    for (let journey = open[open.length - 1]; journey; journey = open[open.length - 1]) {
      const fresh = entered.has(journey) ? [] : calledJourneys(journey, byId).filter((called) => !entered.has(called));
      entered.add(journey);
      if (fresh.length > 0) open.push(...fresh.reverse());
      else ordered.add(open.pop() as Journey);
    }
  }
  return [...ordered];
}

function calledJourneys(journey: Journey, byId: ReadonlyMap<string, Journey>): Journey[] {
  const called = new Set<Journey>();
  for (const node of allNodes(journey.nodes)) {
    const properties = node.type?.versions[node.version]?.properties ?? [];
    for (const property of properties) {
      if (property.reference?.kind !== "tree") continue;
      const id = node.properties.get(property.name)?.value;
      const inner = typeof id === "string" ? byId.get(id) : undefined;
      if (inner && inner !== journey) called.add(inner);
    }
  }
  return [...called];
}
