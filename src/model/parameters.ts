import type { ParamDeclaration } from "../syntax/ast.js";
import { realmParameter } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import { jsonInText } from "../text/parse-json-text.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import { bindValue } from "./bind-value.js";
import type { FileScope } from "./scope.js";
import { placeIn, placeOfValue } from "./scope.js";

/**
 * Declares the parameters of a file in their order, so that a default may use `${realm}` and the parameters before it.
 */
export function declareParameters(declarations: readonly ParamDeclaration[], scope: FileScope): void {
  scope.parameters.set(realmParameter, { value: scope.options.realm });
  for (const { name } of declarations)
    if (name !== undefined) scope.laterParameters.set(name.text, placeIn(scope, name.range));
  for (const declaration of declarations) {
    const name = declaration.name;
    if (name === undefined) continue;
    const place = placeIn(scope, name.range);
    if (name.text === realmParameter) {
      scope.reporter.report("reserved-name", place, { what: "A parameter", name: realmParameter });
    } else if (scope.parameters.has(name.text)) {
      scope.reporter.report("duplicate-name", place, { what: "Parameter", name: name.text });
    } else {
      const value = parameterValue(declaration, name.text, scope);
      const fallback = scope.options.params.has(name.text) ? undefined : declaration.value;
      const valuePlace = fallback === undefined ? {} : { valuePlace: placeOfValue(fallback, scope) };
      scope.parameters.set(name.text, { value, place, ...valuePlace });
      scope.laterParameters.delete(name.text);
    }
  }
}

function parameterValue(declaration: ParamDeclaration, name: string, scope: FileScope): Json | undefined {
  const fallback = declaration.value === undefined ? undefined : bindValue(declaration.value, scope, "parameter").value;
  const given = scope.options.params.get(name);
  const place = placeIn(scope, declaration.name?.range ?? declaration.range);
  if (given === undefined) {
    // The parser has reported a value that it could not read.
    if (fallback === undefined && !scope.hasSyntaxErrorIn(declaration.range)) {
      scope.reporter.report("missing-param", place, { name });
    }
    return fallback;
  }
  const converted = convert(given, fallback);
  if (converted === undefined) {
    const set = scope.options.paramPlaces?.get(name);
    const related = set === undefined ? [] : [{ place, message: "It is declared here, with its default" }];
    scope.reporter.report("wrong-param", set ?? place, { name, expected: kindOf(fallback) }, { related });
  }
  return converted ?? fallback;
}

/** Converts a text from the command line to the kind of the default: `--param retries=3` is a number where the default is. */
function convert(given: Json, fallback: Json | undefined): Json | undefined {
  if (fallback === undefined || fallback === null || kindOf(given) === kindOf(fallback)) return given;
  if (typeof given !== "string") return undefined;
  const read = jsonInText(given);
  return kindOf(read) === kindOf(fallback) ? read : undefined;
}

function kindOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "any value";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}

/** Where a text has a parameter in the marks of another language: `{{name}}`, `$name`, `%name%`, `#{name}`; `undefined` for none. */
export function parameterInOtherMarks(name: string, { text }: SourceFile): Range | undefined {
  const forms = [
    `\\{\\{\\s*${name}\\s*\\}\\}`,
    `[#%@&]\\{${name}\\}`,
    `\\$\\(${name}\\)`,
    `(?<=["'/])\\{${name}\\}(?=["'/])`,
    `%${name}%`,
    `\\$${name}(?![\\w{])`,
  ];
  const found = new RegExp(forms.join("|")).exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
