import type { Journey, Script, Setting } from "../../model/model.js";
import type { FileNode, JourneyDeclaration, ResourceDeclaration, ScriptDeclaration } from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { makeProperty, makeString } from "../../write/journey/make-syntax.js";
import { BodyEditor } from "./edit-body.js";
import { editProperties } from "./edit-properties.js";
import type { JourneyChange } from "./journey-change.js";
import { printJourneyMember, printMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";

/** Properties of a script that have a default. */
const defaultedKeys: ReadonlySet<string> = new Set([
  "context",
  "default",
  "description",
  "evaluatorVersion",
  "language",
]);

/** Changes the declarations of scripts. Script bodies are files of their own. */
export function editScripts(change: JourneyChange, edits: TextEdits): void {
  const wanted = declared(change.wanted, "script");
  const own = declared(change.written, "script");
  const shared = declaredInFile(change.file, "script");
  const before = new Map(change.before.scripts.map((script) => [script.id, script]));
  const after = new Set(change.after.scripts.map((script) => script.id));
  for (const script of change.before.scripts) {
    const declaration = own.get(script.name);
    if (!after.has(script.id) && declaration !== undefined) edits.remove(declaration.range);
  }
  for (const script of change.after.scripts) {
    const old = before.get(script.id);
    const asWanted = wanted.get(script.name);
    if (asWanted === undefined) continue;
    const declaration = old && (own.get(old.name) ?? shared.get(old.name));
    if (old !== undefined && declaration !== undefined) editScript(declaration, old, script, asWanted, edits);
    else change.added.push(printJourneyMember(asWanted));
  }
}

function editScript(
  written: ScriptDeclaration,
  before: Script,
  after: Script,
  wanted: ScriptDeclaration,
  edits: TextEdits,
): void {
  const headerEnd = (written.title ?? written.name ?? written).range.end;
  if (before.title !== after.title) {
    const header = printJourneyMember({ ...wanted, properties: [] }).replace(/\s*\{\s*\}\s*$/, "");
    edits.replace({ start: written.range.start, end: headerEnd }, header.trim());
  }
  const body = new BodyEditor({ range: written.range, headerEnd, hasBody: true }, edits);
  editProperties(
    {
      written: written.properties,
      before: values(before.properties),
      after: values(after.properties),
      wanted: wanted.properties.filter(({ key }) => key.text !== "file" && key.text !== "id"),
      hasDefault: (key) => defaultedKeys.has(key),
      depth: 2,
      insertFirst: (lines) => body.insertFirst(lines),
    },
    edits,
  );
  body.finish();
}

/**
 * Writes the contexts of scripts that have no explicit one. A script's default context comes from the first node that
 * names it; where that node has changed, or a node has only the script's id, the context must be written.
 */
export function sayContexts(
  file: FileNode,
  written: JourneyDeclaration,
  before: Journey,
  after: Journey,
  edits: TextEdits,
): void {
  const own = declared(written, "script");
  const shared = declaredInFile(file, "script");
  const wanted = new Map(after.scripts.map((script) => [script.id, script.properties.get("context")?.value]));
  for (const script of before.scripts) {
    const context = script.properties.get("context");
    const value = wanted.get(script.id);
    const declaration = own.get(script.name) ?? shared.get(script.name);
    const last = declaration?.properties.at(-1);
    if (context === undefined || context.explicit || last === undefined) continue;
    if (typeof value !== "string" || value === context.value) continue;
    edits.insertBelow(last.range.end, printMember(makeProperty("context", makeString(value)), 2));
  }
}

function values(settings: ReadonlyMap<string, Setting>): ReadonlyMap<string, Json> {
  return new Map([...settings].map(([key, setting]) => [key, setting.value]));
}

/** Declares new resources and removes deleted ones. Their content is in files of their own. */
export function editResources(change: JourneyChange, edits: TextEdits): void {
  const keyOf = (kind: string, id: string) => `${kind} ${id}`;
  const before = new Set(change.before.resources.map(({ kind, id }) => keyOf(kind, id)));
  const after = new Set(change.after.resources.map(({ kind, id }) => keyOf(kind, id)));
  const keyOfDeclaration = ({ resourceKind, id }: ResourceDeclaration) =>
    keyOf(resourceKind?.text ?? "", id?.parts.join("") ?? "");
  for (const member of change.written.members) {
    if (member.kind === "resource" && !after.has(keyOfDeclaration(member))) edits.remove(member.range);
  }
  const added: string[] = [];
  for (const member of change.wanted.members) {
    if (member.kind === "resource" && !before.has(keyOfDeclaration(member))) added.push(printJourneyMember(member));
  }
  if (added.length > 0) change.added.push(added.join("\n"));
}

function declared(journey: JourneyDeclaration, kind: "script"): ReadonlyMap<string, ScriptDeclaration> {
  return byName(journey.members.filter((member) => member.kind === kind));
}

function declaredInFile(file: FileNode, kind: "script"): ReadonlyMap<string, ScriptDeclaration> {
  return byName(file.items.filter((item) => item.kind === kind));
}

function byName(declarations: readonly ScriptDeclaration[]): ReadonlyMap<string, ScriptDeclaration> {
  return new Map(
    declarations.flatMap((declaration) => (declaration.name ? [[declaration.name.text, declaration]] : [])),
  );
}
