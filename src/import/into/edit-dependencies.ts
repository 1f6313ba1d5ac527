import type { Journey, Script, Setting } from "../../model/model.js";
import type {
  FileItem,
  FileNode,
  JourneyDeclaration,
  JourneyMember,
  ResourceDeclaration,
  ScriptDeclaration,
} from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { makeProperty, makeString } from "../../write/journey/make-syntax.js";
import { BodyEditor } from "./edit-body.js";
import { editProperties } from "./edit-properties.js";
import type { JourneyChange } from "./journey-change.js";
import { printJourneyMember, printMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";

/** A declaration of a script, and how deep its properties stand. */
interface DeclaredScript {
  readonly written: ScriptDeclaration;
  readonly depth: 1 | 2;
}

/**
 * Changes the declarations of scripts. Script bodies are files of their own. A script at the top of the file is never
 * removed: other journeys may use it.
 */
export function editScripts(change: JourneyChange, edits: TextEdits): void {
  const wanted = new Map(scriptsIn(change.wanted.members, 2));
  const declared = declaredScripts(change.file, change.written);
  const before = new Map(change.before.scripts.map((script) => [script.id, script]));
  const after = new Set(change.after.scripts.map((script) => script.id));
  for (const script of change.before.scripts) {
    const declaration = declared.get(script.name);
    if (!after.has(script.id) && declaration?.depth === 2) edits.remove(declaration.written.range);
  }
  for (const script of change.after.scripts) {
    const old = before.get(script.id);
    const asWanted = wanted.get(script.name)?.written;
    if (asWanted === undefined) continue;
    const declaration = old && declared.get(old.name);
    if (old !== undefined && declaration !== undefined) editScript(declaration, old, script, asWanted, edits);
    else change.added.push(printJourneyMember(asWanted));
  }
}

function editScript(
  { written, depth }: DeclaredScript,
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
      depth,
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
  const declared = declaredScripts(file, written);
  const wanted = new Map(after.scripts.map((script) => [script.id, script.properties.get("context")?.value]));
  for (const script of before.scripts) {
    const value = wanted.get(script.id);
    const declaration = declared.get(script.name);
    const last = declaration?.written.properties.at(-1);
    if (declaration === undefined || last === undefined || typeof value !== "string") continue;
    if (value === script.properties.get("context")?.value) continue;
    edits.insertBelow(last.range.end, printMember(makeProperty("context", makeString(value)), declaration.depth));
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
    if (member.kind !== "resource") continue;
    const key = keyOfDeclaration(member);
    if (before.has(key) && !after.has(key)) edits.remove(member.range);
  }
  const added: string[] = [];
  for (const member of change.wanted.members) {
    if (member.kind === "resource" && !before.has(keyOfDeclaration(member))) added.push(printJourneyMember(member));
  }
  if (added.length > 0) change.added.push(added.join("\n"));
}

/** The scripts that a journey declares, and those at the top of its file. */
function declaredScripts(file: FileNode, journey: JourneyDeclaration): ReadonlyMap<string, DeclaredScript> {
  return new Map([...scriptsIn(file.items, 1), ...scriptsIn(journey.members, 2)]);
}

function scriptsIn(
  declarations: readonly (FileItem | JourneyMember)[],
  depth: 1 | 2,
): readonly (readonly [string, DeclaredScript])[] {
  return declarations.flatMap((each) =>
    each.kind === "script" && each.name !== undefined ? [[each.name.text, { written: each, depth }]] : [],
  );
}
