import { targetId } from "../../model/ids.js";
import type { Connection, Coordinates, ExportOptions, JourneyNode } from "../../model/model.js";
import { lineBreak, ObjectForm, quoteJson, SelfWriting, stableJson } from "../../text/stable-json.js";
import { hasVersion, writtenVersion } from "../node-version.js";

/** The entry of a node in the tree: its name, type, connections and position. */
export class NodeReference extends SelfWriting {
  readonly #node: JourneyNode;
  readonly #options: ExportOptions;
  /** `null`: the position is written as `null`; `undefined`: it is not written. */
  readonly #at: Coordinates | null | undefined;

  constructor(node: JourneyNode, options: ExportOptions, at: Coordinates | null | undefined) {
    super();
    this.#node = node;
    this.#options = options;
    this.#at = at;
  }

  textAt(depth: number): string {
    const node = this.#node;
    const texts = [
      connectionsText(node.connections, depth + 1),
      quoteJson(node.displayName),
      quoteJson(node.typeId),
      hasVersion("references", this.#options) ? stableJson(writtenVersion(node.version, this.#options)) : undefined,
    ];
    if (this.#at === null) texts.push("null", "null");
    else if (this.#at !== undefined) texts.push(stableJson(this.#at.x), stableJson(this.#at.y));
    return form.textOf(texts, depth);
  }
}

const form = new ObjectForm(["connections", "displayName", "nodeType", "version", "x", "y"]);

function connectionsText(connections: readonly Connection[], depth: number): string {
  if (connections.length === 0) return "{}";
  const line = lineBreak(depth + 1);
  let text = "";
  for (const { outcomeId, target } of sortedByOutcome(connections)) {
    text += `${text === "" ? "{" : ","}${line}${quoteJson(outcomeId)}: ${quoteJson(targetId(target))}`;
  }
  return `${text}${lineBreak(depth)}}`;
}

/** The connections in the order of their outcomes, which authors often have already. Each outcome has only one. */
function sortedByOutcome(connections: readonly Connection[]): readonly Connection[] {
  for (let index = 1; index < connections.length; index++) {
    if ((connections[index - 1] as Connection).outcomeId > (connections[index] as Connection).outcomeId) {
      return [...connections].sort((left, right) => (left.outcomeId < right.outcomeId ? -1 : 1));
    }
  }
  return connections;
}
