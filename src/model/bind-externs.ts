import { externMembers, externType } from "../catalogue/extern-type.js";
import { propertyMembers } from "../catalogue/node-type-shape.js";
import type { TypeProblem } from "../catalogue/type-problem.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { ExternDeclaration } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { JsonPlace } from "../text/json-place.js";
import type { Range } from "../text/range.js";
import { bindPlainProperties, type PlainProperties } from "./bind-plain-properties.js";
import { bindText } from "./bind-value.js";
import { type JsonFile, readJsonFile } from "./read-json-file.js";
import { type FileScope, placeIn } from "./scope.js";

/** Declares the `extern` node types of a file by name and by platform id. A taken name or id is reported. */
export function declareExterns(declarations: readonly ExternDeclaration[], scope: FileScope): void {
  for (const declaration of declarations) {
    const { name, typeId } = declaration;
    if (name === undefined) continue;
    const id = typeId === undefined ? name.text : bindText(typeId, scope);
    const taken = [name.text, id].find((key) => scope.externTypes.has(key));
    const place = placeIn(scope, name.range);
    if (taken !== undefined) {
      scope.reporter.report("duplicate-name", place, { what: "Node type", name: taken });
      continue;
    }
    const properties = bindPlainProperties(declaration.properties, scope);
    const schema = schemaOf(properties, scope);
    const values = new Map<string, Json>();
    // What is broken, and reported, counts as not said, so that nothing is judged by it.
    for (const [key, setting] of properties.settings) if (!scope.unsound.has(setting)) values.set(key, setting.value);
    const { type, problems } = externType(id, values, schema?.value);
    for (const problem of problems) reportProblem(problem, name.text, { declaration, properties, schema }, scope);
    scope.externPlaces.set(name.text, place);
    scope.externTypes.set(name.text, type);
    scope.externTypes.set(id, type);
  }
}

function schemaOf(properties: PlainProperties, scope: FileScope): JsonFile | undefined {
  const setting = properties.settings.get("schema");
  if (setting === undefined) return undefined;
  if (typeof setting.value === "string") return readJsonFile(setting.value, setting.place, scope);
  scope.reporter.report("wrong-value", setting.place, { property: "schema", problem: "must be the path of a file" });
  return undefined;
}

interface Described {
  readonly declaration: ExternDeclaration;
  readonly properties: PlainProperties;
  readonly schema: JsonFile | undefined;
}

function reportProblem(problem: TypeProblem, type: string, described: Described, scope: FileScope): void {
  const [, member = "", ...rest] = problem.pointer.split("/");
  const { schema } = described;
  if (member === "schema" && schema !== undefined) {
    const pointer = rest.map((step) => `/${step}`).join("");
    const place = JsonPlace.at(schema.source, pointer);
    scope.reporter.report("invalid-node-type", place, { type, member: pointer, problem: problem.problem });
    return;
  }
  const property = described.declaration.properties.find((candidate) => candidate.key.text === member);
  const setting = described.properties.settings.get(member);
  const keyRange = property?.key.range ?? described.declaration.range;
  if (!externMembers.includes(member)) {
    const place = placeIn(scope, keyRange);
    const extras = adviseOnWord(member, externMembers, place, scope);
    scope.reporter.report("invalid-node-type", place, { type, member, problem: problem.problem }, extras);
    return;
  }
  const place =
    setting?.inner?.get(rest.map((step) => `/${step}`).join("")) ?? setting?.place ?? placeIn(scope, keyRange);
  // `properties`, the property's name, and the member that says something of it.
  const [name, about, ...further] = member === "properties" ? rest : [];
  const isWord = about !== undefined && further.length === 0;
  const args = { type, member: name === undefined ? member : isWord ? about : name, problem: problem.problem };
  if (isWord && ![...memberWords, "type"].includes(about)) {
    const range = keyBefore(about, place.range, scope);
    const at = placeIn(scope, range ?? place.range);
    const extras = range === undefined ? {} : adviseOnWord(about, memberWords, at, scope);
    scope.reporter.report("invalid-node-type", at, args, extras);
    return;
  }
  const isType = name !== undefined && (about === undefined || about === "type");
  const written = scope.source.text.slice(place.range.start, place.range.end).replace(/^"(.*)"$/, "$1");
  const extras = isType ? adviseOnWord(written, typeWords, place, scope) : {};
  scope.reporter.report("invalid-node-type", place, args, extras);
}

/** The key of a value in an object on the line before it. */
function keyBefore(key: string, { start }: Range, { source: { text } }: FileScope): Range | undefined {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const found = new RegExp(`("?)${key.replace(/[^\w]/g, "\\$&")}\\1[ \\t]*:[ \\t]*$`).exec(line);
  if (found === null) return undefined;
  const from = start - line.length + found.index;
  return { start: from, end: from + key.length + 2 * (found[1] ?? "").length };
}

const memberWords = Object.keys(propertyMembers);
const typeWords = ["string", "integer", "number", "boolean", "array", "object"];

/** What JSON Schema, TypeScript and others call the members and types of a property. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["min", "minimum"],
  ["max", "maximum"],
  ["values", "enum"],
  ["choices", "enum"],
  ["oneOf", "enum"],
  ["mandatory", "required"],
  ["localised", "localized"],
  ["description", "note"],
  ["comment", "note"],
  ["props", "properties"],
  ["attributes", "properties"],
  ["title", "displayName"],
  ["label", "displayName"],
  ["int", "integer"],
  ["int32", "integer"],
  ["long", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["text", "string"],
  ["str", "string"],
  ["bool", "boolean"],
  ["list", "array"],
  ["map", "object"],
  ["dict", "object"],
  ["record", "object"],
]);

function adviseOnWord(
  written: string,
  known: readonly string[],
  place: Place,
  { reporter }: FileScope,
): DiagnosticExtras {
  const other = otherWords.get(written) ?? otherWords.get(written.toLowerCase());
  const near = other !== undefined && known.includes(other) ? other : reporter.nearest(written, known);
  if (near === undefined) return {};
  const isQuoted = place.source.text.startsWith('"', place.range.start);
  const edits = [{ range: place.range, text: isQuoted ? JSON.stringify(near) : near }];
  return { help: `Did you mean \`${near}\`?`, fixes: [{ title: `Write ${near}`, edits }] };
}
