import type { JourneyNode, Setting } from "../../model/model.js";
import { stableJson } from "../../text/stable-json.js";
import { withoutIds } from "../id-map.js";

/** The content of a node without ids: nodes with equal content behave the same. */
export interface NodeContent {
  /** Type, version, settings and inner nodes. */
  readonly plain: string;
  /** The same, with the display name. */
  readonly titled: string;
  /** The settings one by one, for computing likeness. */
  readonly settings: ReadonlySet<string>;
}

/** The contents of nodes, each worked out when it is first asked for. */
export class NodeContents {
  readonly #contents = new Map<JourneyNode, NodeContent>();

  of(node: JourneyNode): NodeContent {
    let content = this.#contents.get(node);
    if (content === undefined) {
      content = contentOf(node);
      this.#contents.set(node, content);
    }
    return content;
  }
}

function contentOf(node: JourneyNode): NodeContent {
  const settings = [...settingTexts(node.properties), ...settingTexts(node.bodyOverrides)].sort();
  const children = node.children.map((child) => contentOf(child).titled);
  const plain = JSON.stringify([node.typeId, node.version, settings, children]);
  return { plain, titled: JSON.stringify([node.displayName, plain]), settings: new Set(settings) };
}

function settingTexts(settings: ReadonlyMap<string, Setting>): readonly string[] {
  return [...settings].map(([key, { value }]) => withoutIds(`${key}: ${stableJson(value)}`));
}

/** The likeness of two nodes' settings, from 0 to 1. */
export function settingsAlike(left: NodeContent, right: NodeContent): number {
  const larger = Math.max(left.settings.size, right.settings.size);
  if (larger === 0) return 1;
  let common = 0;
  for (const text of left.settings) if (right.settings.has(text)) common++;
  return common / larger;
}
