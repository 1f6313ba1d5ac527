import type { Place } from "../diagnostics/diagnostic.js";
import type { ResourceDeclaration } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { JsonPlace } from "../text/json-place.js";
import { bindText } from "./bind-value.js";
import { resourceKindMeant } from "./concepts.js";
import { type Resource, type ResourceKind, resourceKinds } from "./model.js";
import { type JsonFile, readJsonFile } from "./read-json-file.js";
import { heldIdIn, isVariableId } from "./resource-content.js";
import { resourceFaults } from "./resource-form.js";
import { type FileScope, placeIn } from "./scope.js";

/** Binds resource declarations and reads their files. A file that cannot be read is reported, and its content is `null`. */
export function bindResources(declarations: readonly ResourceDeclaration[], scope: FileScope): readonly Resource[] {
  const resources: Resource[] = [];
  const seen = new Set<string>();
  for (const declaration of declarations) {
    const kind = kindOf(declaration, scope);
    if (kind === undefined || declaration.id === undefined) continue;
    const id = bindText(declaration.id, scope);
    const place = placeIn(scope, declaration.id.range);
    const key = `${kind} ${id}`;
    if (seen.has(key)) {
      scope.reporter.report("duplicate-name", place, { what: "Resource", name: id });
      continue;
    }
    seen.add(key);
    const file = declaration.path === undefined ? undefined : bindText(declaration.path, scope);
    const held = contentOf(declaration, file, scope);
    const content = held?.value ?? null;
    if (kind === "variable") reportVariable(id, content, place, scope);
    if (held !== undefined)
      reportFaults(kind, held, placeIn(scope, declaration.path?.range ?? declaration.range), scope);
    resources.push({ kind, id, file, content, place });
    if (declaration.path === undefined || declaration.resourceKind === undefined || file === undefined) continue;
    const kindPlace = placeIn(scope, declaration.resourceKind.range);
    scope.resourceFiles.push({
      kind,
      id,
      file,
      content,
      place: placeIn(scope, declaration.path.range),
      idPlace: place,
      kindPlace,
    });
  }
  return resources;
}

/** A variable has the id that the console shows, with hyphens; dots stand in its placeholder only. */
function reportVariable(id: string, content: Json, place: Place, { reporter }: FileScope): void {
  const held = heldIdIn(content);
  if (isVariableId(id) || !(/^\W*esv/i.test(id) || (held !== undefined && isVariableId(held)))) return;
  const plain = id
    .toLowerCase()
    .replace(/^[&$]?\{|\}$/g, "")
    .replace(/\./g, "-");
  const right = held !== undefined && isVariableId(held) ? held : plain.replace(/^(?:esv-)?/, "esv-");
  const fixes = [{ title: `Write "${right}"`, edits: [{ range: place.range, text: JSON.stringify(right) }] }];
  reporter.report("misspelt-esv", place, { written: id, right }, { fixes });
}

/** What is wrong in the file of a resource is told there. */
function reportFaults(kind: ResourceKind, { value, source }: JsonFile, place: Place, { reporter }: FileScope): void {
  for (const { pointer, field: property, expected, found, help } of resourceFaults(kind, value)) {
    const related = [{ place, message: "The file is named here" }];
    reporter.report(
      "wrong-value-type",
      JsonPlace.at(source, pointer),
      { property, expected, found },
      { help, related },
    );
  }
}

function kindOf(declaration: ResourceDeclaration, scope: FileScope): ResourceKind | undefined {
  const written = declaration.resourceKind;
  if (written === undefined) return undefined;
  const kind = resourceKinds.find((candidate) => candidate === written.text);
  if (kind === undefined) {
    const place = placeIn(scope, written.range);
    const meant = resourceKindMeant(written.text);
    const near =
      meant === undefined
        ? scope.reporter.suggest(written.text, resourceKinds, place)
        : scope.reporter.offer([meant], place);
    const extras = near.help === undefined ? { help: `The kinds are ${resourceKinds.join(", ")}.` } : near;
    scope.reporter.report("unknown-option", place, { name: written.text, what: "as a kind of resource" }, extras);
  }
  return kind;
}

function contentOf(declaration: ResourceDeclaration, path: string | undefined, scope: FileScope): JsonFile | undefined {
  if (path === undefined || declaration.path === undefined) return undefined;
  const place = placeIn(scope, declaration.path.range);
  if (path === "") {
    scope.reporter.report("unsafe-path", place, { path });
    return undefined;
  }
  return readJsonFile(path, place, scope);
}
