import { deriveNodeId } from "../../model/ids.js";
import type { Coordinates, JourneyNode } from "../../model/model.js";
import type { LayoutBlock, LayoutEntry, NumberValue } from "../../syntax/ast.js";
import type { TerminalName } from "../../syntax/reserved-names.js";
import { emptyRange } from "../../text/range.js";
import { makeName, makeString } from "./make-syntax.js";
import type { SyntaxContext } from "./syntax-context.js";

/** Writes positions, and ids that are not derived from names; `undefined` where there is nothing to write. */
export function layoutToSyntax(nodes: readonly JourneyNode[], context: SyntaxContext): LayoutBlock | undefined {
  const { journey, exportOptions } = context;
  const terminals = (names: readonly TerminalName[]) =>
    names.map((name) => makeEntry([name], journey.terminalCoordinates.get(name), undefined));
  const hasPositions =
    exportOptions.coordinates || exportOptions.staticNodes === true || exportOptions.staticNodes === "given";
  const entries = [
    ...(hasPositions ? terminals(["start"]) : []),
    ...nodes.flatMap((node) => nodeEntries(node, context)),
    ...(hasPositions ? terminals(["success", "failure"]) : []),
  ].filter((entry) => entry.x !== undefined || entry.id !== undefined);
  return entries.length === 0 ? undefined : { kind: "layout", entries, range: emptyRange };
}

function nodeEntries(node: JourneyNode, context: SyntaxContext): readonly LayoutEntry[] {
  const coordinates = context.exportOptions.coordinates ? node.coordinates : undefined;
  const { id: journeyId } = context.journey;
  return [
    makeEntry([node.name], coordinates, givenId(node.id, journeyId, node.name)),
    ...node.children.map((child) =>
      makeEntry([node.name, child.name], undefined, givenId(child.id, journeyId, `${node.name}/${child.name}`)),
    ),
  ];
}

function givenId(id: string, journeyId: string, path: string): string | undefined {
  return id === deriveNodeId(journeyId, path) ? undefined : id;
}

function makeEntry(
  parts: readonly string[],
  coordinates: Coordinates | undefined,
  id: string | undefined,
): LayoutEntry {
  return {
    kind: "layout-entry",
    reference: { parts: parts.map(makeName), range: emptyRange },
    x: coordinates && makeNumber(coordinates.x),
    y: coordinates && makeNumber(coordinates.y),
    id: id === undefined ? undefined : makeString(id),
    range: emptyRange,
  };
}

function makeNumber(value: number): NumberValue {
  return { kind: "number", text: JSON.stringify(value), value, range: emptyRange };
}
