import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { layOutPicture } from "../write/graph/lay-out-picture.js";
import type { GraphOptions } from "../write/graph/mark.js";
import { drawSvg } from "../write/graph/svg.js";

/** A journey as a picture, with what is found in it. */
export interface DrawnJourney {
  /** An SVG element whose boxes have `data-node` with the index of their node. */
  readonly svg: string;
  readonly nodes: readonly DrawnNode[];
  /** The findings that belong to no node. */
  readonly findings: readonly Diagnostic[];
}

export interface DrawnNode {
  readonly index: number;
  readonly node: JourneyNode;
  readonly findings: readonly Diagnostic[];
}

/** Draws a journey. Of the findings, those in a node come with that node. */
export function drawJourney(journey: Journey, findings: readonly Diagnostic[], options: GraphOptions): DrawnJourney {
  const picture = layOutPicture(journey);
  const rest = new Set(findings);
  const nodes = picture.boxes.flatMap(({ index, vertex }): readonly DrawnNode[] => {
    if (vertex.kind !== "node") return [];
    const { node } = vertex;
    const own = findings.filter((finding) => isIn(finding, node));
    for (const finding of own) rest.delete(finding);
    return [{ index, node, findings: own }];
  });
  return { svg: drawSvg(journey, picture, options, true), nodes, findings: [...rest] };
}

function isIn({ place }: Diagnostic, node: JourneyNode): boolean {
  if (place.source.path !== node.place.source.path) return false;
  const { start, end } = node.place.range;
  return start <= place.range.start && place.range.end <= end;
}
