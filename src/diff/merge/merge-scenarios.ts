import { attachComments } from "../../format/attach-comments.js";
import type { CommentTable } from "../../format/comments.js";
import { printItem } from "../../import/into/print-parts.js";
import type { ScenarioDeclaration } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import { SourceFile } from "../../text/source-file.js";
import type { JoinedComments } from "./joined-comments.js";
import { mergeText } from "./merge-lines.js";

/**
 * Merges the steps of a scenario line by line, because their order matters, as long as the result can be parsed. Where only comments
 * stand in the way, the steps are merged without them.
 */
export function mergeScenarios(
  comments: JoinedComments,
  base: ScenarioDeclaration,
  ours: ScenarioDeclaration,
  theirs: ScenarioDeclaration,
): ScenarioDeclaration | undefined {
  const merge = (table?: CommentTable) => mergeLinesOf(comments, base, ours, theirs, table);
  return merge(comments) ?? merge();
}

function mergeLinesOf(
  comments: JoinedComments,
  base: ScenarioDeclaration,
  ours: ScenarioDeclaration,
  theirs: ScenarioDeclaration,
  table: CommentTable | undefined,
): ScenarioDeclaration | undefined {
  // A copy has no comments of its own, which are merged with those of any other member.
  const print = (scenario: ScenarioDeclaration) => printItem({ ...scenario }, table);
  const text = mergeText(print(base), print(ours), print(theirs));
  if (text === undefined) return undefined;
  const { file, source, diagnostics } = parse(new SourceFile("scenario.journey", text));
  const [item] = file.items;
  if (diagnostics.length > 0 || item?.kind !== "scenario") return undefined;
  comments.join(attachComments(file, source));
  return item;
}
