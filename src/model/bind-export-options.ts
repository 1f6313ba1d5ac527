import type { ExportBlock } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { bindPlainProperties } from "./bind-plain-properties.js";
import type { ExpectedValue } from "./expected-value.js";
import type { ExportOptions, NodeVersionPlace, Setting } from "./model.js";
import type { FileScope } from "./scope.js";
import { placeIn } from "./scope.js";
import { adviseOnValue } from "./value-advice.js";

interface OptionRule {
  readonly accepts: (value: Json) => boolean;
  readonly expected: string;
}

const flag: OptionRule = { accepts: (value) => typeof value === "boolean", expected: "must be true or false" };

const versionPlaces: readonly NodeVersionPlace[] = ["references", "types", "children"];

/** The options of an `export { }` block, each with its test. `docs/language.md` describes them. */
const optionRules: { readonly [Name in keyof Required<ExportOptions>]: OptionRule } = {
  nodeVersions: flag,
  outcomes: flag,
  coordinates: flag,
  defaults: flag,
  treeId: flag,
  uiConfig: flag,
  variables: flag,
  bodies: flagOr("empty"),
  nodeVersionNumbers: flag,
  types: flagOr("ids", "plain"),
  staticNodes: flagOr("empty", "given"),
  scriptEncoding: {
    accepts: (value) => value === "json" || value === "base64" || value === "lines",
    expected: 'must be "json", "base64" or "lines"',
  },
  nodeVersionPlaces: {
    accepts: (value) => Array.isArray(value) && value.every((place) => versionPlaces.includes(place)),
    expected: 'must be a list of "references", "types" and "children"',
  },
};

/** The names of the options, for completion. */
export const exportOptionNames: readonly string[] = Object.keys(optionRules);

/** The words that an option accepts besides true and false. */
export function exportOptionWords(name: string): readonly string[] {
  if (name === "nodeVersionPlaces") return versionPlaces;
  const rule = Object.hasOwn(optionRules, name) ? optionRules[name as keyof typeof optionRules] : undefined;
  return ["empty", "ids", "plain", "given", "json", "base64", "lines"].filter((word) => rule?.accepts(word) === true);
}

function flagOr(...words: readonly string[]): OptionRule {
  return {
    accepts: (value) => typeof value === "boolean" || words.some((word) => word === value),
    expected: `must be true, false or ${words.map((word) => `"${word}"`).join(" or ")}`,
  };
}

/** The export options of a journey: the configuration's, overridden by the journey's `export` blocks. */
export function bindExportOptions(blocks: readonly ExportBlock[], scope: FileScope): ExportOptions {
  if (blocks.length === 0) return scope.options.exportOptions;
  const given: Record<string, Json> = {};
  const properties = blocks.flatMap((block) => block.properties);
  const { settings } = bindPlainProperties(properties, scope, expectedOption);
  for (const property of properties) {
    const name = property.key.text;
    if (Object.hasOwn(optionRules, name) || property.value === undefined) continue;
    const place = placeIn(scope, property.key.range);
    const extras = scope.reporter.suggest(name, Object.keys(optionRules), place);
    scope.reporter.report("unknown-option", place, { name, what: "in `export`" }, extras);
  }
  for (const [name, rule] of Object.entries(optionRules)) {
    const setting = settings.get(name);
    if (setting === undefined) continue;
    if (rule.accepts(setting.value)) given[name] = setting.value;
    else if (!scope.unsound.has(setting)) reportWrong(name, rule, setting, scope);
  }
  return { ...scope.options.exportOptions, ...given };
}

function expectedOption(name: string): ExpectedValue | undefined {
  const rule = Object.hasOwn(optionRules, name) ? optionRules[name as keyof typeof optionRules] : undefined;
  return rule && { choices: rule.accepts(true) ? [true, false] : [], fits: (value) => rule.accepts(value) };
}

function reportWrong(property: string, rule: OptionRule, { place, value }: Setting, scope: FileScope): void {
  const advice = adviseOnValue(value, "", { choices: [], fits: (other) => rule.accepts(other) }, place);
  scope.reporter.report("wrong-value", place, { property, problem: rule.expected }, advice);
}
