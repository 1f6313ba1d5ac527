import type { ArrowEnd, DescribedNode, NodeSetting, SettingValue } from "./description.js";
import { asCode, asJourney, asName, type Item, type PageBlock, type Pieces } from "./document.js";

/** The nodes one below the other, each with its settings and outcomes. */
export function nodeBlocks(nodes: readonly DescribedNode[]): readonly PageBlock[] {
  return nodes.flatMap((node): readonly PageBlock[] => [
    { kind: "heading", level: 3, pieces: [node.label] },
    { kind: "list", isNumbered: false, items: nodeItems(node) },
  ]);
}

function nodeItems(node: DescribedNode): readonly Item[] {
  const { version, isReached, settings, outcomes, children } = node;
  return [
    { pieces: [...typePieces(node), ...(version === "1.0" ? [] : [` ${version}`])] },
    ...(isReached ? [] : [{ pieces: ["No way from the start leads here"] }]),
    ...settings.map(settingItem),
    ...children.map((child) => ({
      pieces: [asName(child.label), ": ", ...typePieces(child)],
      items: child.settings.map(settingItem),
    })),
    ...outcomes.map(({ outcome, target }) => ({
      pieces: [...(outcome === "" ? [] : [asCode(outcome), " "]), "→ ", ...endPieces(target)],
    })),
  ];
}

/** A type that the catalogue does not know has only its id. */
function typePieces({ typeName, typeId }: Pick<DescribedNode, "typeName" | "typeId">): Pieces {
  return typeName === typeId ? [asCode(typeId)] : [typeName, " ", asCode(typeId)];
}

function settingItem({ name: property, value }: NodeSetting): Item {
  return { pieces: [asCode(property), ": ", ...valuePieces(value)] };
}

function valuePieces(value: SettingValue): Pieces {
  switch (value.kind) {
    case "value":
      return [asCode(value.text)];
    case "secret":
      return ["a secret"];
    case "script":
      return ["script ", asName(value.name)];
    case "journey":
      return ["journey ", asJourney(value.name)];
    default:
      return value satisfies never;
  }
}

function endPieces(end: ArrowEnd): Pieces {
  switch (end.kind) {
    case "node":
      return [asName(end.label)];
    case "foreign":
      return ["an id that no node has: ", asCode(end.id)];
    case "nothing":
      return ["nothing: not connected"];
    case "success":
    case "failure":
      return [end.kind];
    default:
      return end satisfies never;
  }
}
