import type { Place } from "../diagnostics/diagnostic.js";
import type { ResourceDeclaration } from "../syntax/ast.js";
import { isJsonObject, type Json } from "../text/json.js";
import { bindText } from "./bind-value.js";
import { resourceKindMeant } from "./concepts.js";
import { type Resource, type ResourceKind, resourceKinds } from "./model.js";
import { readJsonFile } from "./read-json-file.js";
import { type FileScope, placeIn } from "./scope.js";

/** Templates are told from other objects of the platform's configuration by it. */
const templatePrefix = "emailTemplate/";

/** Binds resource declarations and reads their files. A file that cannot be read is reported, and its content is `null`. */
export function bindResources(declarations: readonly ResourceDeclaration[], scope: FileScope): readonly Resource[] {
  const resources: Resource[] = [];
  const seen = new Set<string>();
  const found: FoundResource[] = [];
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
    const content = contentOf(declaration, file, scope);
    if (kind === "variable") reportVariable(id, content, place, scope);
    resources.push({ kind, id, file, content, place });
    if (declaration.path === undefined || declaration.resourceKind === undefined || file === undefined) continue;
    const kindPlace = placeIn(scope, declaration.resourceKind.range);
    found.push({ kind, id, file, content, place: placeIn(scope, declaration.path.range), idPlace: place, kindPlace });
  }
  for (const each of found) reportOther(each, found, scope);
  return resources;
}

/** A variable has the id that the console shows, with hyphens; dots stand in its placeholder only. */
function reportVariable(id: string, content: Json, place: Place, { reporter }: FileScope): void {
  const held = heldIn(content);
  if (isVariableId(id) || !(/^\W*esv/i.test(id) || (held !== undefined && isVariableId(held)))) return;
  const plain = id
    .toLowerCase()
    .replace(/^[&$]?\{|\}$/g, "")
    .replace(/\./g, "-");
  const right = held !== undefined && isVariableId(held) ? held : plain.replace(/^(?:esv-)?/, "esv-");
  const fixes = [{ title: `Write "${right}"`, edits: [{ range: place.range, text: JSON.stringify(right) }] }];
  reporter.report("misspelt-esv", place, { written: id, right }, { fixes });
}

function isVariableId(id: string): boolean {
  return /^esv-[a-z\d_-]+$/.test(id);
}

/** A declaration whose file is read; its place is that of the path. */
type FoundResource = Omit<Resource, "file"> & {
  readonly file: string;
  readonly idPlace: Place;
  readonly kindPlace: Place;
};

/** The file of another resource, or of another kind of resources. Where nothing says so for certain, nothing is reported. */
function reportOther(own: FoundResource, all: readonly FoundResource[], { reporter }: FileScope): void {
  const { kind, id, file, content, place } = own;
  const held = heldIn(content);
  if (held === undefined) return;
  const isTemplate = held.startsWith(templatePrefix);
  const heldId = withoutPrefix(held);
  const owner = all.find((other) => other !== own && other.id === heldId);
  const isTemplateKind = kind === "emailTemplate";
  const isVariable = kind === "variable" && isVariableId(id) && isVariableId(held);
  const isOther = isTemplateKind || isVariable ? heldId !== id : isTemplate || (heldId !== id && owner !== undefined);
  if (!isOther) return;
  const right = all.find((other) => other.file !== file && withoutPrefix(heldIn(other.content) ?? "") === id);
  const args = { path: file, held, id };
  if (isTemplate && !isTemplateKind && heldId === id) {
    reporter.report("resource-of-another", own.kindPlace, args, reporter.offer(["emailTemplate"], own.kindPlace));
    return;
  }
  if ((isTemplateKind || isVariable) && owner === undefined && reporter.nearest(id, [heldId]) !== undefined) {
    const help = `Did you mean \`${JSON.stringify(heldId)}\`, as in the file?`;
    reporter.report("resource-of-another", own.idPlace, args, { help });
    return;
  }
  const isOwnKind = owner === undefined && isTemplate === isTemplateKind;
  const other = isOwnKind ? `, or write \`${JSON.stringify(heldId)}\` for the id.` : ".";
  const help =
    right === undefined ? `Name the file that holds \`${id}\`${other}` : `\`${right.file}\` holds \`${id}\`.`;
  const related =
    owner === undefined ? [] : [{ place: owner.place, message: `The file of \`${owner.id}\` is named here` }];
  // Two files that are swapped are one mistake.
  const restsOn = right !== undefined && right === owner && all.indexOf(right) < all.indexOf(own) ? [right.place] : [];
  reporter.report("resource-of-another", place, args, { help, related, restsOn });
}

function heldIn(content: Json): string | undefined {
  return isJsonObject(content) && typeof content._id === "string" && content._id !== "" ? content._id : undefined;
}

/** The id in the content of a resource, without its kind. */
export function resourceIdIn(content: Json): string | undefined {
  const held = heldIn(content);
  return held === undefined ? undefined : withoutPrefix(held);
}

/** The name in the content of a resource, such as a theme has one beside its id. */
export function resourceNameIn(content: Json): Json | undefined {
  return isJsonObject(content) ? content.name : undefined;
}

function withoutPrefix(held: string): string {
  return held.startsWith(templatePrefix) ? held.slice(templatePrefix.length) : held;
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

function contentOf(declaration: ResourceDeclaration, path: string | undefined, scope: FileScope): Json {
  if (path === undefined || declaration.path === undefined) return null;
  const place = placeIn(scope, declaration.path.range);
  if (path === "") {
    scope.reporter.report("unsafe-path", place, { path });
    return null;
  }
  return readJsonFile(path, place, scope)?.value ?? null;
}
