import type { Journey, JourneyNode, Setting } from "../../model/model.js";
import type { JsonObject } from "../../text/json.js";
import { nameOf } from "./draw-arrows.js";
import { fullName } from "./mark.js";
import { outcomeLabels } from "./outcome-label.js";

/** The data that the page shows about a node. Its script only ever shows it as text. */
export interface NodePanel extends JsonObject {
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly settings: readonly (readonly [string, string])[];
  readonly outcomes: readonly (readonly [string, string])[];
  readonly children: readonly NodePanel[];
}

/** Returns a function that collects the data of a node. The journey's titles are collected once for all nodes. */
export function nodePanels(journey: Journey): (node: JourneyNode) => NodePanel {
  const titles = new Map(journey.nodes.map((node) => [node.name, nameOf({ kind: "node", node })]));
  const scripts = new Map(journey.scripts.map(({ id, title }) => [id, title]));
  return (node) => factsOf(node, titles, scripts);
}

function factsOf(
  node: JourneyNode,
  titles: ReadonlyMap<string, string>,
  scripts: ReadonlyMap<string, string>,
): NodePanel {
  const targets = new Map(
    node.connections.map(({ outcomeId, target }) => [
      outcomeId,
      target.kind === "node"
        ? (titles.get(target.name) ?? target.name)
        : target.kind === "foreign"
          ? target.id
          : target.kind,
    ]),
  );
  return {
    title: node.displayName || node.name,
    name: fullName(node),
    type: `${node.typeId} ${node.version}`,
    id: node.id,
    settings: [...node.properties].map(([key, setting]) => [key, settingText(setting, scripts)]),
    outcomes:
      node.page === undefined
        ? outcomeLabels(node).map(({ id, label }) => [label || "→", targets.get(id) ?? "not connected"])
        : [],
    children: node.children.map((child) => factsOf(child, titles, scripts)),
  };
}

function settingText({ value, explicit }: Setting, scripts: ReadonlyMap<string, string>): string {
  const script = typeof value === "string" ? scripts.get(value) : undefined;
  const text = script ?? (typeof value === "string" ? value : JSON.stringify(value, null, 1));
  return explicit ? text : `${text} (default)`;
}
