import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { pointerSegments } from "../text/json-pointer.js";
import { isFromExport } from "./describe-node.js";

/** A finding in an export that the configuration sets aside, with a reason: nobody can write a comment there. */
export interface SetAside {
  readonly code: string;
  /** The journey's id. */
  readonly journey: string;
  /** The node's id or its label on the canvas; `undefined` for what is found about the journey itself. */
  readonly node: string | undefined;
  /** The entry in the configuration. */
  readonly place: Place;
}

/**
 * Leaves out what the configuration sets aside, errors too, since an export may be somebody else's. Entries for which
 * nothing was found are reported where `isWhole` says that all of the project was looked at.
 */
export function withoutSetAside(
  diagnostics: readonly Diagnostic[],
  entries: readonly SetAside[],
  journeys: readonly Journey[],
  isWhole: boolean,
): readonly Diagnostic[] {
  if (entries.length === 0) return diagnostics;
  const used = new Set<SetAside>();
  const exported = new Map(journeys.filter(isFromExport).map((journey) => [journey.id, journey]));
  const kept = diagnostics.filter((diagnostic) => {
    const entry = entries.find(({ code, journey: id, node }) => {
      const journey = exported.get(id);
      return code === diagnostic.code && journey !== undefined && isAbout(diagnostic.place, journey, node);
    });
    if (entry) used.add(entry);
    return entry === undefined;
  });
  const unused = isWhole ? entries.filter((entry) => !used.has(entry)) : [];
  return [...kept, ...unused.map(({ code, place }) => createDiagnostic("unused-rule-setting", place, { code }))];
}

function isAbout(place: Place, journey: Journey, wanted: string | undefined): boolean {
  const nodes = allNodes(journey.nodes);
  if (wanted !== undefined) {
    return nodes.some((node) => (node.id === wanted || node.displayName === wanted) && isIn(place, node, journey));
  }
  return isInJourney(place, journey) && !nodes.some((node) => isIn(place, node, journey));
}

/** Whether a place is in the node's entry in the tree or on its page, or in its settings, which may be in a file of their own. */
function isIn(place: Place, node: JourneyNode, journey: Journey): boolean {
  if (isBelow(place, node.place)) return true;
  for (const setting of node.properties.values()) if (isBelow(place, setting.place)) return true;
  return isInJourney(place, journey) && pointerSegments(place.pointer ?? "").includes(node.id);
}

/** Whether a place is in the object that holds the journey's tree, or in the tree's file. */
function isInJourney(place: Place, { place: tree }: Journey): boolean {
  if (place.source !== tree.source) return false;
  const whole = (tree.pointer ?? "").replace(/\/[^/]*$/, "");
  return whole === "" || isBelow(place, { source: tree.source, pointer: whole });
}

function isBelow(
  { source, pointer = "" }: Place,
  { source: other, pointer: at = "" }: Pick<Place, "source" | "pointer">,
): boolean {
  return source === other && at !== "" && (pointer === at || pointer.startsWith(`${at}/`));
}
