import type { BuildTarget } from "../compile/targets.js";
import { type Code, codes, type Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { ExportOptions } from "../model/model.js";
import { realmName } from "../model/realm.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { realmParameter } from "../syntax/reserved-names.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { parseJson } from "../text/parse-json.js";
import type { SourceFile } from "../text/source-file.js";
import { checkSettings, type PlaceOf } from "./check-settings.js";
import { type Configuration, emptyConfiguration, type ProjectValues } from "./configuration.js";
import { presets } from "./presets.js";
import { notJson, settingPlaces } from "./read-settings.js";
import { validateConfiguration } from "./validators.js";
import { worldFaults } from "./world-faults.js";

export interface ConfigurationResult {
  readonly configuration: Configuration;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `journey.config.json`. */
export function readConfigurationText(source: SourceFile): ConfigurationResult {
  const parsed = parseJson(source);
  if (parsed.kind === "problem") return failed([notJson(source, parsed)]);
  const duplicates = parsed.duplicates.map(({ key, range, first }) =>
    createDiagnostic(
      "duplicate-setting",
      { source, range },
      { setting: key },
      {
        related: [{ place: { source, range: first }, message: "First set here" }],
      },
    ),
  );
  const result = readConfigurationValue(parsed.value, settingPlaces(source));
  return { ...result, diagnostics: [...duplicates, ...result.diagnostics] };
}

/** Reads the value of a configuration, such as a module's default export. */
export function readConfigurationValue(value: Json, placeOf: PlaceOf): ConfigurationResult {
  if (!isJsonObject(value)) {
    const problem = "it must be an object";
    return failed([createDiagnostic("invalid-configuration", placeOf("", "value"), { problem })]);
  }
  const diagnostics = [
    ...checkSettings(value, validateConfiguration, "configuration", placeOf),
    ...unknownRules(value, placeOf),
    ...unfoundedRules(value, placeOf),
    ...unfoundedEntries(value, placeOf),
    ...realmsAsParameters(value, placeOf),
    ...realmsAsPaths(value, placeOf),
  ];
  if (diagnostics.length === 0) diagnostics.push(...worldFaults(objectAt(value, "simulate"), placeOf, "/simulate"));
  return diagnostics.length > 0 ? failed(diagnostics) : { configuration: toConfiguration(value, placeOf), diagnostics };
}

function failed(diagnostics: readonly Diagnostic[]): ConfigurationResult {
  return { configuration: emptyConfiguration, diagnostics };
}

function unknownRules(value: JsonObject, placeOf: PlaceOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const code of Object.keys(objectAt(value, "rules"))) {
    if (Object.hasOwn(codes, code)) continue;
    const help = helpOnCode(code);
    const place = placeOf(childPointer("/rules", code), "key");
    diagnostics.push(createDiagnostic("unknown-setting", place, { setting: `rules.${code}` }, { help }));
  }
  return diagnostics;
}

/** The code that is meant by its number (`JRN307`), with a word before it as in other tools (`no-debug-node`), or misspelt. */
function helpOnCode(written: string): string {
  const names = Object.keys(codes) as readonly Code[];
  const plain = written.replace(/^(?:no|require|prefer|journeyc)[-/]/, "");
  const meant =
    names.find((name) => codes[name].id === written.toUpperCase()) ??
    names.find((name) => name === plain) ??
    nearestName(written, names);
  return meant === undefined ? "docs/rules lists all codes." : `Did you mean "${meant}"?`;
}

/** What is silenced needs a reason, and an error cannot be: to pass over either would hide it from who comes later. */
function unfoundedRules(value: JsonObject, placeOf: PlaceOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [code, rule] of Object.entries(objectAt(value, "rules"))) {
    if (!Object.hasOwn(codes, code)) continue;
    const [[, severity] = []] = severityOf(code, rule);
    const reason = isJsonObject(rule) ? getOwn(rule, "reason") : undefined;
    const place = placeOf(childPointer("/rules", code), "value");
    const report = (expected: string): void => {
      diagnostics.push(createDiagnostic("invalid-setting", place, { setting: `rules.${code}`, expected }));
    };
    if (codes[code as Code].severity === "error" && severity !== undefined && severity !== "error") {
      report("left alone: what an error reports does not work on the platform");
    } else if (severity === "off" && (typeof reason !== "string" || reason.trim() === "")) {
      report('{ "severity": "off", "reason": "…" }: silence needs a reason');
    }
  }
  return diagnostics;
}

/** `${realm}` has a setting of its own, and no text can declare a parameter of this name. */
function realmsAsParameters(value: JsonObject, placeOf: PlaceOf): readonly Diagnostic[] {
  return paramsOf(value)
    .filter(({ name }) => name === realmParameter)
    .map(({ pointer }) => {
      const setting = pointer.slice(1).replaceAll("/", ".");
      const args = { setting, expected: "left out: the realm is a setting of its own, `realm`" };
      return createDiagnostic("invalid-setting", placeOf(pointer, "key"), args);
    });
}

/**
 * `/alpha`, `realms/root/realms/alpha`, `Alpha`: journeys name the realm within other names, such as `managed/${realm}_user`, so that all of
 * those would be wrong. The realm of a server of one's own may be `/`.
 */
function realmsAsPaths(value: JsonObject, placeOf: PlaceOf): readonly Diagnostic[] {
  const environments = Object.entries(objectAt(value, "environments"));
  const settings: readonly (readonly [Json | undefined, string])[] = [
    [value, "/realm"],
    ...environments.map(([name, values]) => [values, `${childPointer("/environments", name)}/realm`] as const),
  ];
  return settings.flatMap(([values, pointer]) => {
    const realm = values !== undefined && isJsonObject(values) ? getOwn(values, "realm") : undefined;
    const meant = typeof realm === "string" ? realmName(realm) : undefined;
    if (meant === undefined || meant === realm) return [];
    const args = { setting: pointer.slice(1).replaceAll("/", "."), expected: "the name of the realm alone" };
    return [createDiagnostic("invalid-setting", placeOf(pointer, "value"), args, { help: `Write "${meant}".` })];
  });
}

interface ParamSetting {
  readonly name: string;
  readonly pointer: string;
}

/** The values of parameters, in general and for each environment. */
function paramsOf(value: JsonObject): readonly ParamSetting[] {
  const environments = Object.entries(objectAt(value, "environments"));
  const places: readonly (readonly [Json | undefined, string])[] = [
    [value, ""],
    ...environments.map(([name, values]) => [values, childPointer("/environments", name)] as const),
  ];
  return places.flatMap(([values, pointer]) =>
    !isJsonObject(values)
      ? []
      : Object.keys(objectAt(values, "params")).map((name) => {
          return { name, pointer: childPointer(`${pointer}/params`, name) };
        }),
  );
}

/** What is set aside needs a code that exists and a reason that says something. */
function unfoundedEntries(value: JsonObject, placeOf: PlaceOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [index, { code, reason }] of entriesOf(value).entries()) {
    const at = `/setAside/${index}`;
    if (!Object.hasOwn(codes, code)) {
      const help = helpOnCode(code);
      const setting = `setAside[${index}].code`;
      diagnostics.push(createDiagnostic("unknown-setting", placeOf(`${at}/code`, "value"), { setting }, { help }));
    }
    if (reason.trim() !== "") continue;
    const args = { setting: `setAside[${index}].reason`, expected: "a reason" };
    diagnostics.push(createDiagnostic("invalid-setting", placeOf(`${at}/reason`, "value"), args));
  }
  return diagnostics;
}

interface Entry {
  readonly code: string;
  readonly journey: string;
  readonly node?: string;
  readonly reason: string;
}

/** The entries of `setAside` that fit the schema, which reports the others. */
function entriesOf(value: JsonObject): readonly Entry[] {
  const entries = getOwn(value, "setAside");
  if (!Array.isArray(entries)) return [];
  const isEntry = (entry: Json) =>
    isJsonObject(entry) && ["code", "journey", "reason"].every((member) => typeof getOwn(entry, member) === "string");
  return (entries as readonly Json[]).every(isEntry) ? (entries as unknown as readonly Entry[]) : [];
}

/** The value fits its schema: what is there has the right kind. */
function toConfiguration(value: JsonObject, placeOf: PlaceOf): Configuration {
  const environments = Object.entries(objectAt(value, "environments"));
  const rules = Object.entries(objectAt(value, "rules"));
  const chosen = new Map(rules.flatMap(([code, rule]) => severityOf(code, rule)));
  const silenced = [...chosen.keys()].filter((code) => chosen.get(code) === "off");
  const preset = getOwn(value, "preset") as keyof typeof presets | undefined;
  return {
    include: getOwn(value, "include") as readonly string[] | undefined,
    outDir: getOwn(value, "outDir") as string | undefined,
    baseline: getOwn(value, "baseline") as string | undefined,
    targets: getOwn(value, "targets") as readonly BuildTarget[] | undefined,
    values: toValues(value),
    environments: new Map(environments.map(([name, values]) => [name, toValues(values as JsonObject)])),
    defaultLocale: getOwn(value, "defaultLocale") as string | undefined,
    severities: new Map([...(preset === undefined ? [] : Object.entries(presets[preset])), ...chosen]),
    silenced: new Map(silenced.map((code) => [code, placeOf(childPointer("/rules", code), "key")])),
    paramPlaces: paramsOf(value).map(({ name, pointer }) => ({ name, place: placeOf(pointer, "key") })),
    setAside: entriesOf(value).map(({ code, journey, node }, index) => {
      return { code, journey, node, place: placeOf(`/setAside/${index}`, "value") };
    }),
    nodeTypes: (getOwn(value, "nodeTypes") ?? []) as readonly string[],
    externalJourneys: new Set((getOwn(objectAt(value, "journeys"), "external") ?? []) as readonly string[]),
    simulate: objectAt(value, "simulate") as WorldOptions,
    exportOptions: objectAt(value, "export") as Partial<ExportOptions>,
  };
}

function toValues(value: JsonObject): ProjectValues {
  return {
    realm: getOwn(value, "realm") as string | undefined,
    params: new Map(Object.entries(objectAt(value, "params"))),
  };
}

function severityOf(code: string, rule: Json): readonly (readonly [string, Severity | "off"])[] {
  const severity = isJsonObject(rule) ? getOwn(rule, "severity") : rule;
  return severity === undefined ? [] : [[code, severity as Severity | "off"]];
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const member = getOwn(value, key);
  return isJsonObject(member) ? member : {};
}
