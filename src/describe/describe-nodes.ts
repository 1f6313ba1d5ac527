import type { JourneyGraph } from "../model/graph.js";
import { reachableFrom } from "../model/graph-reachability.js";
import type { Journey, JourneyNode, Target } from "../model/model.js";
import { type NotableSetting, notableSettings } from "../model/notable-settings.js";
import { isJsonObject, type Json } from "../text/json.js";
import { outcomeLabels } from "../write/graph/outcome-label.js";
import type { ArrowEnd, DescribedNode, NodeSetting, SettingValue } from "./description.js";
import { canvasTitle, type LabelOf } from "./node-labels.js";

/** The nodes of a journey in its order, with the settings that differ from the defaults of their types. */
export function describeNodes(journey: Journey, graph: JourneyGraph, labelOf: LabelOf): readonly DescribedNode[] {
  const reached = reachableFrom(graph, graph.start);
  const byName = new Map([...journey.nodes].reverse().map((node) => [node.name, node]));
  const endOf = (target: Target | undefined): ArrowEnd => {
    if (target === undefined) return { kind: "nothing" };
    if (target.kind !== "node") return target;
    const node = byName.get(target.name);
    return node === undefined ? { kind: "foreign", id: target.id } : { kind: "node", label: labelOf(node) };
  };
  const titles = new Map(journey.scripts.map(({ id, title }) => [id, title]));
  return journey.nodes.map((node, index) => {
    const targets = new Map(node.connections.map(({ outcomeId, target }) => [outcomeId, target]));
    return {
      ...named(node, labelOf(node)),
      version: node.version,
      // The vertices of nodes follow that of `start`.
      isReached: reached.has(index + 1),
      settings: settingsOf(node, journey, titles),
      outcomes: outcomeLabels(node).map(({ id, label }) => ({ outcome: label, target: endOf(targets.get(id)) })),
      children: node.children.map((child) => ({
        ...named(child, canvasTitle(child)),
        settings: settingsOf(child, journey, titles),
      })),
    };
  });
}

function named({ type, typeId }: JourneyNode, label: string) {
  return { label, typeId, typeName: type?.displayName ?? typeId };
}

function settingsOf(node: JourneyNode, journey: Journey, titles: ReadonlyMap<string, string>): readonly NodeSetting[] {
  return notableSettings(node, journey).flatMap((setting) => settingLines(setting, titles));
}

function settingLines(
  { name, value, property }: NotableSetting,
  titles: ReadonlyMap<string, string>,
): readonly NodeSetting[] {
  if (property?.secret === true || name.endsWith("-encrypted"))
    return value === null || value === "" ? [] : [{ name, value: { kind: "secret" } }];
  const texts = property?.localized === true && isJsonObject(value) ? Object.entries(value) : [];
  if (texts.length > 0) {
    return texts.map(([locale, text]) => ({
      name: `${name}.${locale}`,
      value: { kind: "value", text: valueText(text) },
    }));
  }
  return [{ name, value: describeValue(value, property, titles) }];
}

function describeValue(
  value: Json,
  property: NotableSetting["property"],
  titles: ReadonlyMap<string, string>,
): SettingValue {
  const kind = property?.reference?.kind;
  if (typeof value === "string" && value !== "") {
    const title = kind === "script" ? titles.get(value) : undefined;
    if (title !== undefined) return { kind: "script", name: title };
    if (kind === "tree") return { kind: "journey", name: value };
  }
  return { kind: "value", text: valueText(value) };
}

/** Longer values are cut. */
const longest = 300;

/** A text as it is, unless it would be taken for another value; everything else as JSON. */
function valueText(value: Json): string {
  const isPlain = typeof value === "string" && !/^(?:|true|false|null|-?\d+(?:\.\d+)?|["[{].*)$/s.test(value);
  const text = isPlain ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
