import { defaultExportOptions } from "../../model/bind-options.js";
import { journeyDefaults } from "../../model/journey-defaults.js";
import type { ExportOptions, Journey } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import type { ExportBlock, Property } from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { emptyRange } from "../../text/range.js";
import { makeProperty } from "./make-syntax.js";
import { propertySource } from "./node-to-syntax.js";
import { absentKeys, defaultedKeys } from "./properties-to-syntax.js";
import type { ExternView, JourneySyntaxOptions } from "./syntax-context.js";
import { valueToSyntax } from "./value-to-syntax.js";

/**
 * With more `absent` lines than this, one option says that the export comes from a release without these properties.
 */
const absentLimit = 2;

/**
 * Chooses the options that the text will have: those with which the journey was read, except that the option `defaults`
 * is chosen to need fewer lines.
 */
export function chooseExportOptions(
  journey: Journey,
  options: JourneySyntaxOptions,
  externs: ReadonlyMap<string, ExternView>,
  identityResource: string | undefined,
): ExportOptions {
  if (options.keepForm) return journey.exportOptions;
  let absent = [...journeyDefaults(options.realm).keys()].filter((key) => !journey.settings.has(key)).length;
  if (journey.categories === undefined) absent++;
  let defaulted = 0;
  for (const node of allNodes(journey.nodes)) {
    const source = propertySource(node, externs.get(node.typeId));
    absent += absentKeys(source, identityResource).length;
    if (options.minimal) defaulted += defaultedKeys(source, identityResource).length;
  }
  return { ...journey.exportOptions, defaults: absent <= Math.max(absentLimit, defaulted) };
}

/** Writes `export { … }` with the options that differ from `base`: today's platform, or the configuration. */
export function exportOptionsToSyntax(
  options: ExportOptions,
  base: ExportOptions = defaultExportOptions,
): ExportBlock | undefined {
  const byDefault = new Map<string, Json>(Object.entries(base));
  const properties: Property[] = [];
  for (const [name, value] of Object.entries(options) as [string, Json | undefined][]) {
    if (value === undefined || isSameJson(value, byDefault.get(name) ?? null)) continue;
    properties.push(makeProperty(name, valueToSyntax(value, { realm: "" })));
  }
  return properties.length === 0 ? undefined : { kind: "export", properties, range: emptyRange };
}
