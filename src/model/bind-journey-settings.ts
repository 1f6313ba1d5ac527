import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nameBegunLike } from "../diagnostics/suggest.js";
import type { NodeDeclaration, PageDeclaration, Property, Value } from "../syntax/ast.js";
import { isName } from "../syntax/match-word.js";
import { builtJourneyMembers } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import { jsonInText } from "../text/parse-json-text.js";
import { bindPlainProperties, hasBareWord } from "./bind-plain-properties.js";
import { writtenTarget } from "./colon-for-arrow.js";
import { adviseOnConcept } from "./concept-advice.js";
import type { ExpectedValue } from "./expected-value.js";
import { journeyDefaults } from "./journey-defaults.js";
import { fitsSetting, isJourneySetting, knownSettings, settingProblem, unitOfSettings } from "./journey-setting.js";
import type { Setting } from "./model.js";
import { PropertyOwners } from "./property-owner.js";
import { type FileScope, placeIn } from "./scope.js";
import { arrowsLead } from "./unknown-property.js";
import { adviseOnValue } from "./value-advice.js";

/** The settings of a journey: members of the tree object, and its categories. */
export interface JourneySettings {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly categories: Setting | undefined;
}

/** What else binding the settings needs. */
export interface SettingsContext {
  readonly useDefaults: boolean;
  /** The nodes of the journey, in which a setting may belong. */
  readonly nodes: readonly (NodeDeclaration | PageDeclaration)[];
}

/** Binds the settings that a journey begins with, and adds the platform's defaults. */
export function bindJourneySettings(
  properties: readonly Property[],
  namePlace: Place,
  { useDefaults, nodes }: SettingsContext,
  scope: FileScope,
): JourneySettings {
  // Where a setting that does not exist names nodes, its words are no texts without quotes.
  const sound = properties.filter(
    ({ key, value }) =>
      isJourneySetting(key.text) ||
      (!namesNodes(value, nodes) && typeInObject(value) === undefined && !listsWords(value)),
  );
  const { settings: given, absent } = bindPlainProperties(sound, scope, expectedSetting, isJourneySetting);
  const settings = new Map<string, Setting>();
  const isGiven = (setting: string) => given.has(setting) || absent.has(setting);
  const owners = new PropertyOwners(() => nodes, scope);
  for (const property of properties) reportKey(property, { nodes, owners, isGiven }, scope);
  for (const [key, setting] of given) {
    if (key === "categories" || builtJourneyMembers.has(key)) continue;
    settings.set(key, setting);
    reportValue(key, setting, scope);
  }
  for (const [key, value] of useDefaults ? journeyDefaults(scope.options.realm) : []) {
    if (!settings.has(key) && !absent.has(key)) settings.set(key, { value, explicit: false, place: namePlace });
  }
  const categories = categoriesOf(given, absent.has("categories") || !useDefaults, namePlace, scope);
  if (categories !== undefined) reportCategoriesOfExport(properties, categories, scope);
  return { settings, categories };
}

/** `uiConfig: { categories: … }`, as exports have it: the compiler writes the categories there, in the place of these. */
function reportCategoriesOfExport(properties: readonly Property[], categories: Setting, scope: FileScope): void {
  const config = properties.find(({ key }) => key.text === "uiConfig");
  if (config?.value?.kind !== "object") return;
  const { entries } = config.value;
  const entry = entries.find(({ key }) => key.text === "categories");
  if (entry === undefined) return;
  const place = placeIn(scope, entry.key.range);
  const texts = entry.value && textsOf(entry.value);
  const right = `categories: ${texts === undefined ? '["…"]' : JSON.stringify(texts).replaceAll('","', '", "')}`;
  const isAlone = entries.length === 1 && texts !== undefined && !categories.explicit;
  const fixes = isAlone ? [{ title: `Write ${right}`, edits: [{ range: config.range, text: right }] }] : [];
  const help = `Write \`${right}\` in the journey itself.`;
  scope.reporter.report("reserved-setting", place, { name: "uiConfig.categories" }, { help, fixes });
}

/** The texts of a list, or of a text with a list in JSON. */
function textsOf(value: Value): readonly string[] | undefined {
  if (value.kind === "list") {
    const texts = value.items.map(writtenTarget);
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
  const written = value.kind === "string" ? writtenTarget(value) : undefined;
  const list = written === undefined ? undefined : jsonInText(written);
  return list !== undefined && isListOfTexts(list) ? list : undefined;
}

function expectedSetting(key: string): ExpectedValue | undefined {
  if (key === "categories")
    return {
      choices: [],
      fits: (value, pointer) => (pointer === "" ? isListOfTexts(value) : typeof value === "string"),
    };
  const kind = knownSettings.get(key);
  if (kind === undefined) return undefined;
  return { ...unitOf(key), choices: kind === "flag" ? [true, false] : [], fits: (value) => fitsSetting(kind, value) };
}

function unitOf(key: string): Pick<ExpectedValue, "unit"> {
  return knownSettings.get(key) === "number" ? { unit: unitOfSettings } : {};
}

function reportKey(property: Property, given: Given, scope: FileScope): void {
  const name = property.key.text;
  // The parser has reported a word without a value.
  if (isJourneySetting(name) || property.value === undefined) return;
  const place = placeIn(scope, property.key.range);
  if (builtJourneyMembers.has(name)) {
    scope.reporter.report("reserved-setting", place, { name });
  } else {
    const extras = adviseOnName(property, given, scope);
    const isError =
      namesNodes(property.value, given.nodes) ||
      typeInObject(property.value) !== undefined ||
      listsWords(property.value);
    const severity = isError ? ({ severity: "error" } as const) : {};
    scope.reporter.report("unknown-property", place, { type: "A journey", property: name }, { ...extras, ...severity });
  }
}

interface Given {
  readonly nodes: SettingsContext["nodes"];
  readonly owners: PropertyOwners;
  readonly isGiven: (setting: string) => boolean;
}

/** The setting that a name is meant to be, or what else it may be. */
function adviseOnName(property: Property, given: Given, scope: FileScope): DiagnosticExtras {
  const { nodes, isGiven } = given;
  const name = property.key.text;
  const isNode = namesNodes(property.value, nodes) || typeInObject(property.value) !== undefined;
  const concept = isNode
    ? undefined
    : adviseOnConcept(property, { owner: "journey", isTaken: isGiven, takes: takesValue }, scope);
  if (concept !== undefined) return concept;
  const candidates = [...knownSettings.keys(), "categories"].filter((each) => !each.startsWith("_"));
  const near = scope.reporter.suggest(name, candidates, placeIn(scope, property.key.range));
  if (near.help !== undefined) return near;
  const begun = nameBegunLike(name, candidates);
  return begun === undefined ? adviseOnPlace(property, given) : { help: `Did you mean \`${begun}\`?` };
}

/** Whether a setting takes a value as it is written. */
function takesValue(setting: string, value: Value): boolean {
  switch (knownSettings.get(setting)) {
    case "flag":
      return value.kind === "boolean";
    case "number":
      return value.kind === "number";
    case "text":
      return value.kind === "string";
    default:
      return setting === "categories" && value.kind === "list";
  }
}

/** A setting of the journey may be one of a node, or a node that was written as in JSON. */
function adviseOnPlace({ key, value }: Property, { nodes, owners }: Given): DiagnosticExtras {
  const written = typeInObject(value);
  if (written !== undefined)
    return { help: `A node is declared as \`node ${isName(key.text) ? key.text : "Name"}: ${written} { … }\`.` };
  if (namesNodes(value, nodes)) return { help: arrowsLead };
  const help = owners.adviseOn(key.text, key.range);
  return help === undefined ? {} : { help };
}

/** `on: [push]`: words of another tool, rather than texts without their quotes. */
function listsWords(value: Value | undefined): boolean {
  return value?.kind === "list" && hasBareWord(value);
}

function namesNodes(value: Value | undefined, nodes: SettingsContext["nodes"]): boolean {
  if (value?.kind === "list") return value.items.some((item) => namesNodes(item, nodes));
  return value?.kind === "name" && nodes.some(({ name }) => name?.text === value.text);
}

/** The type of a node that is written as an object: `"Lock": { "type": "AccountLockout" }`. */
export function typeInObject(value: Value | undefined): string | undefined {
  if (value?.kind !== "object") return undefined;
  const type = value.entries.find((entry) => /^(?:node_?)?type$/i.test(entry.key.text))?.value;
  return type === undefined ? undefined : writtenTarget(type);
}

function reportValue(key: string, setting: Setting, scope: FileScope): void {
  const problem = settingProblem(key, setting.value);
  if (problem === undefined || scope.unsound.has(setting)) return;
  const expected = { ...unitOf(key), choices: [], fits: (other: Json) => settingProblem(key, other) === undefined };
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
  const advice = adviseOnValue(value, "", expected, place.parameter ?? place);
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

function isListOfTexts(value: Json): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
