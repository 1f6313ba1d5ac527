import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nodeFinder } from "../diff/finding-node.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import type { SourceFile } from "../text/source-file.js";
import type { DescribedFinding } from "./description.js";

export interface SortedFindings {
  readonly of: ReadonlyMap<Journey, readonly DescribedFinding[]>;
  /** Those of no journey, or of a file of several journeys. */
  readonly others: readonly DescribedFinding[];
}

/** Sorts findings by the journey that they are about. They are told without their lines, which every edit moves. */
export function sortFindings(journeys: readonly Journey[], diagnostics: readonly Diagnostic[]): SortedFindings {
  const byNode = new Map<JourneyNode, Journey>();
  const bySource = new Map<SourceFile, Journey[]>();
  for (const journey of journeys) {
    for (const node of allNodes(journey.nodes)) byNode.set(node, journey);
    const { source } = journey.place;
    bySource.set(source, [...(bySource.get(source) ?? []), journey]);
  }
  const find = nodeFinder(journeys);
  const of = new Map<Journey, DescribedFinding[]>();
  const others: DescribedFinding[] = [];
  for (const { severity, code, message, place, related } of diagnostics) {
    const places = [place, ...related.map((each) => each.place)];
    const node = places.map(find).find((found) => found !== undefined);
    const journey = (node && byNode.get(node)) ?? around(bySource.get(place.source) ?? [], place);
    const finding = { severity, code, message };
    if (journey === undefined) others.push(finding);
    else of.set(journey, [...(of.get(journey) ?? []), finding]);
  }
  return { of, others };
}

/** The journey whose declaration or JSON contains a place. */
function around(journeys: readonly Journey[], { range, pointer }: Diagnostic["place"]): Journey | undefined {
  if (journeys.length <= 1) return journeys[0];
  return journeys.find(({ place }) => {
    if (pointer !== undefined) return place.pointer !== undefined && `${pointer}/`.startsWith(`${place.pointer}/`);
    return place.range.start <= range.start && range.end <= place.range.end;
  });
}
