import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { conflictsMember, metaHeader } from "../export-json/sections.js";
import type { Journey } from "../model/model.js";
import { isJsonObject, type JsonObject } from "../text/json.js";
import { jsonIn } from "../text/json-form.js";
import { listMember, objectMember, textMember } from "../text/json-members.js";
import { JsonPlace } from "../text/json-place.js";
import type { SourceFile } from "../text/source-file.js";
import type { CommentedText } from "./suppressions.js";

/** The conflicts that merges have left in texts, as comments, and in exports, in their headers. */
export function openConflicts(journeys: readonly Journey[], texts: readonly CommentedText[]): readonly Diagnostic[] {
  return [...texts.flatMap(conflictsOfText), ...conflictsOfExports(journeys)];
}

/** The same for exports alone: an import has no place for them. */
export function conflictsOfExports(journeys: readonly Journey[]): readonly Diagnostic[] {
  const sources = new Set(journeys.flatMap(({ origin, place }) => (origin.kind === "text" ? [] : [place.source])));
  return [...sources].flatMap(conflictsOfExport);
}

function conflictsOfText({ source, file }: CommentedText): readonly Diagnostic[] {
  if (file.comments.length === 0) return [];
  return file.comments.flatMap(({ text, range }) => {
    const conflict = /^\/\/ conflict: (.+)$/.exec(text)?.[1];
    return conflict === undefined ? [] : [createDiagnostic("open-conflict", { source, range }, { conflict })];
  });
}

function conflictsOfExport(source: SourceFile): readonly Diagnostic[] {
  if (!source.text.includes(`"${conflictsMember}"`)) return [];
  const value = jsonIn(source.text);
  if (!isJsonObject(value)) return [];
  const at = JsonPlace.root(source).child(metaHeader).child(conflictsMember);
  return listMember(objectMember(value as JsonObject, metaHeader), conflictsMember).map((entry, index) => {
    const of = (name: string) => (isJsonObject(entry) ? textMember(entry as JsonObject, name) : undefined);
    const conflict = [of("where"), of("message")].filter((part) => part !== undefined).join(": ");
    return createDiagnostic("open-conflict", at.child(index), { conflict: conflict || "it has no description" });
  });
}
