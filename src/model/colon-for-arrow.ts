import type { Property } from "../syntax/ast.js";
import { isEndName } from "../syntax/reserved-names.js";
import type { NodeTable } from "./node-table.js";
import { type FileScope, placeIn } from "./scope.js";

/** Whether a property is an arrow with a colon in its place: `true: Check`. What it names is a node or an end. */
export function isMeantAsArrow({ locale, value }: Property, nodes: NodeTable): boolean {
  return locale === undefined && value?.kind === "name" && (isEndName(value.text) || nodes.byName.has(value.text));
}

/** Reports `true: Check`, and offers the arrow. */
export function reportColonForArrow({ key, value }: Property, scope: FileScope): void {
  if (value?.kind !== "name") return;
  const colon = { start: key.range.end, end: value.range.start };
  scope.reporter.report(
    "colon-for-arrow",
    placeIn(scope, { start: key.range.start, end: value.range.end }),
    { outcome: key.text, target: value.text },
    { fixes: [{ title: "Write an arrow", edits: [{ range: colon, text: " -> " }] }] },
  );
}
