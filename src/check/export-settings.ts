import type { NodeType } from "../catalogue/node-type.js";
import { problemDiagnostic } from "../catalogue/problem-diagnostic.js";
import { propertyNames } from "../catalogue/properties.js";
import { validateProperties } from "../catalogue/validate.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { knownVersion } from "../model/known-properties.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { refusedInPages } from "../model/pages.js";
import { allNodes } from "../model/used-resources.js";
import { JsonPlace } from "../text/json-place.js";
import { isFromExport } from "./describe-node.js";
import { propertyValues } from "./node-behaviour.js";

/**
 * Checks nodes of exports as the binder checks nodes of texts: types and properties that the catalogue does not know,
 * and values that the platform refuses. An unknown type or property is only a note here, because the platform wrote it.
 */
export function checkExportSettings(journeys: readonly Journey[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const unknownTypes = new Set<string>();
  for (const journey of journeys) {
    if (!isFromExport(journey)) continue;
    for (const node of allNodes(journey.nodes)) {
      if (node.type !== undefined) diagnostics.push(...settingsOf(node));
      else if (node.typeId !== "" && !unknownTypes.has(node.typeId)) {
        unknownTypes.add(node.typeId);
        const extras = { severity: "info", help: "Declare the type in the configuration (`nodeTypes`)." } as const;
        diagnostics.push(createDiagnostic("unknown-node-type", node.typePlace, { type: node.typeId }, extras));
      }
      if (node.page !== undefined && refusedInPages.has(node.typeId)) {
        diagnostics.push(createDiagnostic("misplaced-page", node.typePlace, { node: node.typeId }));
      }
    }
  }
  return diagnostics;
}

function settingsOf(node: JourneyNode): readonly Diagnostic[] {
  const { type, version } = node;
  if (type === undefined) return [];
  const diagnostics: Diagnostic[] = [];
  for (const problem of validateProperties(type, version, propertyValues(node))) {
    if (problem.property === "") {
      diagnostics.push(problemDiagnostic({ ...problem, property: node.name }, node.namePlace));
      continue;
    }
    const place = node.properties.get(problem.property)?.place;
    if (place === undefined) continue;
    const at = problem.pointer === "" ? place : JsonPlace.at(place.source, `${place.pointer ?? ""}${problem.pointer}`);
    diagnostics.push(problemDiagnostic(problem, at));
  }
  const { properties: known, complete } = knownVersion(type, version);
  if (known === undefined || !complete) return diagnostics;
  node.properties.forEach(({ place }, property) => {
    if (known.has(property) || isInternal(property) || isOfAnotherVersion(property, type)) return;
    const extras = { severity: "info" } as const;
    diagnostics.push(createDiagnostic("unknown-property", place, { type: node.typeId, property }, extras));
  });
  return diagnostics;
}

function isOfAnotherVersion(property: string, type: NodeType): boolean {
  return Object.keys(type.versions).some((version) => propertyNames(type, version)?.includes(property));
}

/** Members that the platform's tools add beside the properties: `_rev` and the like, and encrypted secrets. */
function isInternal(property: string): boolean {
  return property.startsWith("_") || property.endsWith("-encrypted");
}
