import type { Edge } from "../../syntax/ast.js";
import { printNameAsWritten } from "./name.js";
import { lineWidth } from "./printing.js";
import { printOutcome } from "./reference.js";

/**
 * Prints `true, false -> Target`: on one line if it fits, otherwise with as many outcomes on each line as fit. The arrow stands
 * behind the last one.
 */
export function printEdge(edge: Edge, indent: string): string {
  const arrow = `-> ${printNameAsWritten(edge.target)}`;
  const { outcomes } = edge;
  if (outcomes.length === 0) return arrow;
  const lines: string[] = [];
  let line = "";
  outcomes.forEach((outcome, index) => {
    const text = printOutcome(outcome) + (index === outcomes.length - 1 ? ` ${arrow}` : ",");
    const isFull = line !== "" && indent.length + line.length + 1 + text.length > lineWidth;
    if (isFull) lines.push(line);
    line = isFull || line === "" ? text : `${line} ${text}`;
  });
  return [...lines, line].join(`\n${indent}`);
}
