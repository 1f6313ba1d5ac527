import type { Place } from "../diagnostics/diagnostic.js";
import type { Property } from "../syntax/ast.js";
import { builtJourneyMembers } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import { bindPlainProperties } from "./bind-plain-properties.js";
import type { ExpectedValue } from "./expected-value.js";
import { journeyDefaults } from "./journey-defaults.js";
import { fitsSetting, knownSettings, settingProblem } from "./journey-setting.js";
import type { Setting } from "./model.js";
import { type FileScope, placeIn } from "./scope.js";
import { adviseOnValue } from "./value-advice.js";

/** The settings of a journey: members of the tree object, and its categories. */
export interface JourneySettings {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly categories: Setting | undefined;
}

/** Binds the settings that a journey begins with, and adds the platform's defaults. */
export function bindJourneySettings(
  properties: readonly Property[],
  namePlace: Place,
  useDefaults: boolean,
  scope: FileScope,
): JourneySettings {
  const { settings: given, absent } = bindPlainProperties(properties, scope, expectedSetting, isSetting);
  const settings = new Map<string, Setting>();
  for (const property of properties) reportKey(property, scope);
  for (const [key, setting] of given) {
    if (key === "categories" || builtJourneyMembers.has(key)) continue;
    settings.set(key, setting);
    reportValue(key, setting, scope);
  }
  for (const [key, value] of useDefaults ? journeyDefaults(scope.options.realm) : []) {
    if (!settings.has(key) && !absent.has(key)) settings.set(key, { value, explicit: false, place: namePlace });
  }
  return { settings, categories: categoriesOf(given, absent.has("categories") || !useDefaults, namePlace, scope) };
}

function isSetting(word: string): boolean {
  return word === "categories" || knownSettings.has(word);
}

function expectedSetting(key: string): ExpectedValue | undefined {
  if (key === "categories")
    return {
      choices: [],
      fits: (value, pointer) => (pointer === "" ? isListOfTexts(value) : typeof value === "string"),
    };
  const kind = knownSettings.get(key);
  if (kind === undefined) return undefined;
  return { choices: kind === "flag" ? [true, false] : [], fits: (value) => fitsSetting(kind, value) };
}

function reportKey(property: Property, scope: FileScope): void {
  const name = property.key.text;
  // The parser has reported a word without a value.
  if (knownSettings.has(name) || name === "categories" || property.value === undefined) return;
  const place = placeIn(scope, property.key.range);
  if (builtJourneyMembers.has(name)) {
    scope.reporter.report("reserved-setting", place, { name });
  } else {
    const candidates = [...knownSettings.keys(), "categories"];
    const extras = scope.reporter.suggest(name, candidates, place);
    scope.reporter.report("unknown-property", place, { type: "A journey", property: name }, extras);
  }
}

function reportValue(key: string, setting: Setting, scope: FileScope): void {
  const problem = settingProblem(key, setting.value);
  if (problem === undefined || scope.unsound.has(setting)) return;
  const expected = { choices: [], fits: (other: Json) => settingProblem(key, other) === undefined };
  reportWrong(key, problem, setting, expected, scope);
}

/** A warning, as for the values of nodes: what a platform has exported must build. */
function reportWrong(
  property: string,
  problem: string,
  { place, value }: Setting,
  expected: ExpectedValue,
  scope: FileScope,
): void {
  const advice = adviseOnValue(value, "", expected, place);
  scope.reporter.report("wrong-value", place, { property, problem }, { severity: "warning", ...advice });
}

function categoriesOf(
  given: ReadonlyMap<string, Setting>,
  leftOut: boolean,
  place: Place,
  scope: FileScope,
): Setting | undefined {
  const setting = given.get("categories");
  if (setting === undefined) return leftOut ? undefined : { value: [], explicit: false, place };
  const { value } = setting;
  if (scope.unsound.has(setting)) return setting;
  if (!isListOfTexts(value))
    reportWrong("categories", "must be a list of texts", setting, { choices: [], fits: isListOfTexts }, scope);
  return setting;
}

function isListOfTexts(value: Json): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
