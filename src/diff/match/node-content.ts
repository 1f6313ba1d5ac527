import { withoutIds } from "../../model/id-map.js";
import { defaultOf, propertiesByName } from "../../model/known-properties.js";
import type { JourneyNode, Script, Setting } from "../../model/model.js";
import { isSameJson } from "../../text/merge-patch.js";
import { stableJson } from "../../text/stable-json.js";
import type { Pairs } from "./pairs.js";

/** Likeness from which two nodes of the same type, with other names and titles, count as the same node. */
export const alikeEnough = 0.6;

/** The content of a node without ids: nodes with equal content behave the same. */
export interface NodeContent {
  /** Type, version, settings, scripts and inner nodes. */
  readonly plain: string;
  /** The same, with the display name. */
  readonly titled: string;
  /** The settings that differ from the type's defaults. Only they tell one node of a type from another. */
  readonly notable: ReadonlySet<string>;
  /** The scripts that the node runs. A node that runs another script is another node. */
  readonly scripts: string;
}

/** The contents of the nodes of two versions, each worked out when it is first asked for. */
export class NodeContents {
  readonly #contents = new Map<JourneyNode, NodeContent>();
  readonly #scripts = new Map<string, string>();

  /** @param scripts the scripts that are the same in both versions, whatever their ids are. */
  constructor(scripts: Pairs<Script>) {
    for (const [before, after] of scripts.entries()) this.#scripts.set(before.id, after.id);
  }

  of(node: JourneyNode): NodeContent {
    let content = this.#contents.get(node);
    if (content === undefined) {
      content = this.#contentOf(node);
      this.#contents.set(node, content);
    }
    return content;
  }

  #contentOf(node: JourneyNode): NodeContent {
    const known = propertiesByName(node.type, node.version);
    const settings: string[] = [...node.bodyOverrides].map(([key, { value }]) => settingText(key, value));
    const notable = new Set<string>();
    const scripts: string[] = [];
    for (const [key, { value }] of node.properties) {
      const property = known?.get(key);
      const isScript = property?.reference?.kind === "script" && typeof value === "string";
      const text = isScript ? `${key}: ${this.#scripts.get(value) ?? value}` : settingText(key, value);
      const usual = property && defaultOf(property, undefined);
      settings.push(text);
      if (isScript) scripts.push(text);
      if (usual === undefined || !isSameJson(usual, value)) notable.add(text);
    }
    const children = node.children.map((child) => this.of(child).titled);
    for (const child of children) notable.add(child);
    const plain = JSON.stringify([node.typeId, node.version, settings.sort(), children]);
    return { plain, titled: JSON.stringify([node.displayName, plain]), notable, scripts: scripts.sort().join() };
  }
}

function settingText(key: string, value: Setting["value"]): string {
  return withoutIds(`${key}: ${stableJson(value)}`);
}

/** How much two nodes have in common of what differs from their type's defaults, from 0 to 1. */
export function contentsAlike(left: NodeContent, right: NodeContent): number {
  if (left.plain === right.plain) return 1;
  if (left.scripts !== right.scripts) return 0;
  const larger = Math.max(left.notable.size, right.notable.size);
  if (larger === 0) return 1;
  let common = 0;
  for (const text of left.notable) if (right.notable.has(text)) common++;
  return common / larger;
}
