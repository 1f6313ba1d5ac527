import { isOfItem } from "../catalogue/check-value.js";
import { problemDiagnostic } from "../catalogue/problem-diagnostic.js";
import { validateProperties } from "../catalogue/validate.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { disagreeingBodyType } from "../model/body-type.js";
import { knownSettings, settingProblem } from "../model/journey-setting.js";
import { isUnknownProperty, knownVersion } from "../model/known-properties.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { hasBodiesOfServer, isLikeNone, mayKnowMore, unknownToCatalogue } from "../model/newer-property.js";
import { refusedInPages } from "../model/pages.js";
import { propertyValues } from "../model/property-values.js";
import { helpOnProperties } from "../model/unknown-property.js";
import { allNodes } from "../model/used-resources.js";
import { JsonPlace } from "../text/json-place.js";
import { isFromExport } from "./describe-node.js";

/**
 * Checks nodes of exports as the binder checks nodes of texts: properties that the catalogue does not
 * know, and values that the platform refuses.
 */
export function checkExportSettings(journeys: readonly Journey[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const journey of journeys) {
    if (!isFromExport(journey)) continue;
    diagnostics.push(...settingsOfJourney(journey));
    const isOfServer = hasBodiesOfServer(journey.exportOptions);
    for (const node of allNodes(journey.nodes)) {
      if (node.type !== undefined)
        diagnostics.push(
          ...settingsOf(node, isOfServer && mayKnowMore(node.type, journey.settings.get("identityResource")?.value)),
        );
      if (node.page !== undefined && refusedInPages.has(node.typeId)) {
        diagnostics.push(createDiagnostic("misplaced-page", node.typePlace, { node: node.typeId }));
      }
    }
  }
  return diagnostics;
}

function settingsOf(node: JourneyNode, isOfServer: boolean): readonly Diagnostic[] {
  const { type, version } = node;
  // The settings of another type are told as such.
  if (type === undefined || disagreeingBodyType(node) !== undefined) return [];
  const diagnostics: Diagnostic[] = [];
  const lists = new Set<string>();
  for (const problem of validateProperties(type, version, propertyValues(node))) {
    if (problem.property === "") {
      diagnostics.push(problemDiagnostic({ ...problem, property: node.name }, node.namePlace));
      continue;
    }
    const place = node.properties.get(problem.property)?.place;
    if (place === undefined || (isOfItem(problem) && lists.has(problem.property))) continue;
    if (isOfItem(problem)) lists.add(problem.property);
    const at = problem.pointer === "" ? place : JsonPlace.at(place.source, `${place.pointer ?? ""}${problem.pointer}`);
    diagnostics.push(problemDiagnostic(problem, at));
  }
  const known = knownVersion(type, version);
  node.properties.forEach(({ place }, property) => {
    if (!isUnknownProperty(property, type, known)) return;
    const names = [...(known.properties?.keys() ?? [])];
    const isNewer = isOfServer && isLikeNone(property, names);
    const args = { type: node.typeId, property, isOfServer };
    const told = isNewer
      ? createDiagnostic("unknown-property", place, args, unknownToCatalogue)
      : unknownProperty(node.typeId, property, names, place, helpOnProperties(known.properties ?? new Map()));
    diagnostics.push(told);
  });
  return diagnostics;
}

/** A missing entry, members of the tree object that the platform does not have, and values of the wrong kind. */
function settingsOfJourney({ id, place: tree, entry, settings }: Journey): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (entry === undefined) {
    diagnostics.push(createDiagnostic("missing-start", tree, { journey: id }, { severity: "warning" }));
  }
  for (const [property, { value, place }] of settings) {
    const problem = settingProblem(property, value);
    if (problem !== undefined) diagnostics.push(wrongSetting(property, problem, place));
    if (knownSettings.has(property)) continue;
    diagnostics.push(unknownProperty("A journey", property, knownSettings.keys(), place));
  }
  return diagnostics;
}

function wrongSetting(property: string, problem: string, place: Place): Diagnostic {
  return createDiagnostic("wrong-value", place, { property, problem }, { severity: "warning" });
}

function unknownProperty(
  type: string,
  property: string,
  known: Iterable<string>,
  place: Place,
  otherwise?: string,
): Diagnostic {
  const near = nearestName(property, known);
  const help = near === undefined ? otherwise : `Did you mean \`${near}\`?`;
  return createDiagnostic("unknown-property", place, { type, property }, help === undefined ? {} : { help });
}
