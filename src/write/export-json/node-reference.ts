import { terminalIds } from "../../model/ids.js";
import type { Connection, Coordinates, ExportOptions, JourneyNode, Target } from "../../model/model.js";
import { hasVersion, writtenVersion } from "./node-version.js";
import { labelOf, lineBreak, quoteJson, SelfWriting, stableJson } from "./stable-json.js";

/** What a tree says of a node: how it is named, wired and placed. */
export class NodeReference extends SelfWriting {
  readonly #node: JourneyNode;
  readonly #options: ExportOptions;
  /** `null`: the reference has `null` in its place; `undefined`: it has none. */
  readonly #at: Coordinates | null | undefined;

  constructor(node: JourneyNode, options: ExportOptions, at: Coordinates | null | undefined) {
    super();
    this.#node = node;
    this.#options = options;
    this.#at = at;
  }

  textAt(depth: number): string {
    const node = this.#node;
    const line = lineBreak(depth + 1);
    let text = `{${line}"connections": ${connectionsText(node.connections, depth + 1)}`;
    text += `,${line}"displayName": ${quoteJson(node.displayName)},${line}"nodeType": ${quoteJson(node.typeId)}`;
    if (hasVersion("references", this.#options)) {
      text += `,${line}"version": ${stableJson(writtenVersion(node, this.#options))}`;
    }
    if (this.#at === null) text += `,${line}"x": null,${line}"y": null`;
    else if (this.#at !== undefined)
      text += `,${line}"x": ${stableJson(this.#at.x)},${line}"y": ${stableJson(this.#at.y)}`;
    return `${text}${lineBreak(depth)}}`;
  }
}

function connectionsText(connections: readonly Connection[], depth: number): string {
  if (connections.length === 0) return "{}";
  const line = lineBreak(depth + 1);
  let text = "{";
  let separator = line;
  for (const { outcomeId, target } of sortedByOutcome(connections)) {
    text += `${separator}${labelOf(outcomeId)}${quoteJson(targetId(target))}`;
    separator = `,${line}`;
  }
  return `${text}${lineBreak(depth)}}`;
}

/** Each outcome has one connection. Authors often have them in this order already. */
function sortedByOutcome(connections: readonly Connection[]): readonly Connection[] {
  for (let index = 1; index < connections.length; index++) {
    if ((connections[index - 1] as Connection).outcomeId > (connections[index] as Connection).outcomeId) {
      return [...connections].sort((left, right) => (left.outcomeId < right.outcomeId ? -1 : 1));
    }
  }
  return connections;
}

/** The id that a connection or the entry of a tree names. */
export function targetId(target: Target): string {
  switch (target.kind) {
    case "node":
    case "foreign":
      return target.id;
    case "success":
    case "failure":
      return terminalIds[target.kind];
  }
}
