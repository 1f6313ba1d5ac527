import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { attachComments } from "../../format/attach-comments.js";
import { CommentTable } from "../../format/comments.js";
import { formatFile, printFile } from "../../format/format.js";
import { type CompiledText, compileText, type ImportBindOptions } from "../../import/compile-text.js";
import type { FileText } from "../../model/bind-options.js";
import { alsoUsed } from "../../model/name-uses.js";
import { parse } from "../../syntax/parse.js";
import { SourceFile } from "../../text/source-file.js";
import { applyRenames } from "./apply-renames.js";
import type { MergeRefusal, MergeResult } from "./conflict.js";
import { findRenames } from "./find-renames.js";
import { followMovedDeclarations } from "./follow-moved-declarations.js";
import { JoinedComments } from "./joined-comments.js";
import { markRenamedTwice } from "./mark-renamed-twice.js";
import { mergeText } from "./merge-lines.js";
import { mergeFiles } from "./merge-members.js";
import { Merging } from "./merging.js";
import { oneLine } from "./one-line.js";
import { followRemovedNodes } from "./removed-nodes.js";
import { mergeNames } from "./renames.js";
import { signatureOf } from "./signature.js";

/** Options for merging texts. */
export type MergeOptions = ImportBindOptions & { readonly readText: (path: string) => FileText };

interface Side {
  readonly compiled: CompiledText;
  readonly comments: CommentTable;
}

/**
 * Merges three versions of a `.journey` file on their syntax trees. A change by one side is taken, however close it is
 * to others. Where both sides changed the same thing differently, ours is kept and a comment above it marks the
 * conflict. Unchanged parts keep the form of ours.
 */
export function mergeJourneys(
  path: string,
  texts: { readonly base: string; readonly ours: string; readonly theirs: string },
  options: MergeOptions,
): MergeResult | MergeRefusal {
  if (texts.ours === texts.theirs || texts.base === texts.theirs) return unchanged(texts.ours);
  if (texts.base === texts.ours) return unchanged(texts.theirs);
  const base = sideOf(path, texts.base, options);
  const ours = sideOf(path, texts.ours, options);
  const theirs = sideOf(path, texts.theirs, options);
  for (const [name, side] of Object.entries({ base, ours, theirs })) {
    const broken = syntaxErrors(side.compiled)[0];
    if (broken !== undefined) return { problem: `${name} has a syntax error: ${describe(broken)}` };
  }
  const merged = mergeTrees(base, ours, theirs);
  const text = withOurForm(texts.ours, ours, merged.text);
  return withNewErrors(path, text, merged, [ours, theirs], options);
}

function unchanged(text: string): MergeResult {
  return { text, conflicts: [], notes: [] };
}

function sideOf(path: string, text: string, options: MergeOptions): Side {
  const compiled = compileText(path, text, options.readText, options);
  return { compiled, comments: attachComments(compiled.file, compiled.source) };
}

/** A text with syntax errors has parts that are missing in its tree, and a merge would lose them. */
function syntaxErrors({ source }: CompiledText): readonly Diagnostic[] {
  return parse(source).diagnostics.filter(({ severity }) => severity === "error");
}

function describe({ message, place }: Diagnostic): string {
  const { line } = place.source.positionAt(place.range.start);
  return `${message}, line ${line}`;
}

function mergeTrees(base: Side, ours: Side, theirs: Side): MergeResult {
  const comments = new JoinedComments([base.comments, ours.comments, theirs.comments]);
  const moved = new CommentTable();
  const own = new JoinedComments([moved, comments]);
  const follow = (from: object, to: object) => copyComments(comments, moved, from, to);
  const [before, left, right] = [base.compiled, ours.compiled, theirs.compiled];
  const names = mergeNames(findRenames(before, left, right), findRenames(before, right, left));
  const merging = new Merging(own);
  const trees = {
    base: applyRenames(before.file, names.base, follow),
    ours: applyRenames(left.file, names.ours, follow),
    theirs: applyRenames(right.file, names.theirs, follow),
  };
  const whole = followRemovedNodes(merging, followMovedDeclarations(trees, follow), follow);
  const file = mergeFiles(merging, whole.base, whole.ours, whole.theirs);
  markRenamedTwice(merging, file, names.twice);
  return { text: printFile(file, own), conflicts: merging.conflicts, notes: [] };
}

function copyComments(from: CommentTable, to: CommentTable, owner: object, copy: object): void {
  const around = to.around(owner) ?? from.around(owner);
  const inside = to.inside(owner) ?? from.inside(owner);
  if (around) Object.assign(to.addAround(copy), around);
  if (inside) Object.assign(to.addInside(copy), inside);
  if (from.hasBlankBefore(owner) || to.hasBlankBefore(owner)) to.addBlankBefore(copy);
}

/**
 * Writes the unchanged parts as in ours, where lines can tell them apart; otherwise the merged text is in canonical
 * form.
 */
function withOurForm(text: string, ours: Side, merged: string): string {
  const canonical = formatFile(ours.compiled.file, ours.compiled.source);
  if (canonical === text) return merged;
  const kept = mergeText(canonical, text, merged);
  return kept !== undefined && isSameMeaning(kept, merged) ? kept : merged;
}

function isSameMeaning(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => {
    const { file, source, diagnostics } = parse(new SourceFile("merge.journey", text));
    const comments = attachComments(file, source);
    return diagnostics.length > 0 ? undefined : signatureOf({ ...file, comments: [] }, comments);
  });
  return one !== undefined && one === other;
}

/** Errors that neither side has result from the merge itself; they are reported as conflicts. */
function withNewErrors(
  path: string,
  text: string,
  merged: MergeResult,
  sides: readonly Side[],
  options: MergeOptions,
): MergeResult {
  const known = new Set(sides.flatMap(({ compiled }) => compiled.diagnostics.map(keyOf)));
  const { diagnostics, source } = compileText(path, text, options.readText, options);
  const fresh = diagnostics.filter((each) => each.severity === "error" && !known.has(keyOf(each)));
  if (fresh.length === 0) return { ...merged, text };
  const lines = text.split("\n");
  const conflicts = [...merged.conflicts];
  const marks = new Map<number, string[]>();
  for (const { message, place, related } of fresh) {
    for (const each of [place, ...related.filter((other) => other.message === alsoUsed).map((other) => other.place)]) {
      const line = source.positionAt(each.range.start).line;
      marks.set(line, [...(marks.get(line) ?? []), `// conflict: ${oneLine(message)}`]);
      conflicts.push({ where: `line ${line}`, message });
    }
  }
  const marked = lines.flatMap((line, index) => {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
    return [...(marks.get(index + 1) ?? []).map((mark) => indent + mark), line];
  });
  const result = marked.join("\n");
  return { text: isSameTree(result, text) ? result : text, conflicts, notes: merged.notes };
}

/** Whether two texts have the same tree. A mark inside a text block would change the tree. */
function isSameTree(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => {
    const { file } = parse(new SourceFile("merge.journey", text));
    return signatureOf({ ...file, comments: [] }, new CommentTable());
  });
  return one === other;
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
