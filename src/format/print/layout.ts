import type { LayoutBlock, LayoutEntry } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import { withTitle } from "./header.js";
import type { Printing } from "./printing.js";
import { printReference } from "./reference.js";

/** Prints `layout { … }` with one node on each line. */
export function printLayout(printing: Printing, layout: LayoutBlock, indent: string): string {
  const body = { owner: layout, members: layout.entries, print: printEntry, isApart: () => false };
  return printBlock(printing, "layout", body, indent);
}

function printEntry(_: Printing, entry: LayoutEntry): string {
  const reference = printReference(entry.reference);
  const hasPlace = entry.x !== undefined || entry.y !== undefined;
  const place = hasPlace ? `${reference} ${entry.x?.text ?? ""}, ${entry.y?.text ?? ""}` : reference;
  return withTitle(place, entry.id);
}
