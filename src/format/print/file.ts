import type { FileItem, FileNode } from "../../syntax/ast.js";
import { printMembers } from "./body.js";
import { printExtern } from "./extern.js";
import { printJourney } from "./journey.js";
import { printParam } from "./param.js";
import type { Printing } from "./printing.js";
import { printResource } from "./resource.js";
import { printScenario } from "./scenario.js";
import { printScript } from "./script.js";

/** Declarations of one line, which may follow one another without a blank line. */
const compact: ReadonlySet<FileItem["kind"]> = new Set(["param", "resource"]);

/** Prints a whole file; its declarations keep their order. */
export function printFileNode(printing: Printing, file: FileNode): string {
  const isApart = (previous: FileItem, next: FileItem): boolean =>
    previous.kind !== next.kind || !compact.has(next.kind);
  return printMembers(printing, { owner: file, members: file.items, print: printItem, isApart }, "");
}

function printItem(printing: Printing, item: FileItem, indent: string): string {
  switch (item.kind) {
    case "journey":
      return printJourney(printing, item, indent);
    case "script":
      return printScript(printing, item, indent);
    case "resource":
      return printResource(item);
    case "extern":
      return printExtern(printing, item, indent);
    case "param":
      return printParam(printing, item, indent);
    case "scenario":
      return printScenario(printing, item, indent);
    default:
      return item satisfies never;
  }
}
