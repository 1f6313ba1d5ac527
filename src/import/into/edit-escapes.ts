import type { ExportOptions, Journey } from "../../model/model.js";
import type { JourneyDeclaration, JourneyMember } from "../../syntax/ast.js";
import type { JsonObject } from "../../text/json.js";
import { exportOptionsToSyntax } from "../../write/journey/export-options-to-syntax.js";
import { rawToSyntax } from "../../write/journey/raw-to-syntax.js";
import { journeyBody } from "./edit-body.js";
import { printJourneyMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";

/** Replaces the journey's `raw` by the patch that is needed. */
export function editRaw(
  written: JourneyDeclaration,
  journey: Journey,
  needed: JsonObject | undefined,
  edits: TextEdits,
): void {
  const [first, ...others] = written.members.filter((member) => member.kind === "raw");
  for (const block of others) edits.remove(block.range);
  if (needed === undefined) {
    if (first !== undefined) edits.remove(first.range);
    return;
  }
  const lines = printJourneyMember(rawToSyntax(needed, journey));
  if (first !== undefined) edits.replace(first.range, lines.trim());
  else insertBehind(written.members.at(-1), lines, written, edits);
}

/** Changes the journey's `export` block. */
export function editExportOptions(
  written: JourneyDeclaration,
  options: ExportOptions,
  base: ExportOptions | undefined,
  edits: TextEdits,
): void {
  const [first, ...others] = written.members.filter((member) => member.kind === "export");
  for (const block of others) edits.remove(block.range);
  const block = exportOptionsToSyntax(options, base);
  if (first !== undefined && block === undefined) edits.remove(first.range);
  if (block === undefined) return;
  const lines = printJourneyMember(block);
  if (first !== undefined) edits.replace(first.range, lines.trim());
  else {
    const head = written.members.findLast((member) => member.kind === "property");
    insertBehind(head, lines, written, edits);
  }
}

function insertBehind(
  member: JourneyMember | undefined,
  lines: string,
  written: JourneyDeclaration,
  edits: TextEdits,
): void {
  const body = journeyBody(written, edits);
  body.insertGroupBehind(member, lines);
  body.finish();
}
