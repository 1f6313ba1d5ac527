import { externMembers, externType } from "../catalogue/extern-type.js";
import type { TypeProblem } from "../catalogue/type-problem.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { ExternDeclaration } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { JsonPlace } from "../text/json-place.js";
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
    for (const [key, setting] of properties.settings) values.set(key, setting.value);
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
  const inner = setting?.inner?.get(rest.map((step) => `/${step}`).join(""));
  const isUnknown = !externMembers.includes(member);
  const keyRange = property?.key.range ?? described.declaration.range;
  const place: Place = isUnknown ? placeIn(scope, keyRange) : (inner ?? setting?.place ?? placeIn(scope, keyRange));
  const extras = isUnknown ? scope.reporter.suggest(member, externMembers, place) : {};
  scope.reporter.report("invalid-node-type", place, { type, member, problem: problem.problem }, extras);
}
