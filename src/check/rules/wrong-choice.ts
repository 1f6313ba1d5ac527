import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { JourneyNode } from "../../model/model.js";
import { isJsonObject } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { type Finding, nodeRule } from "../rule.js";

/**
 * Reports choice collectors that list a choice twice, or whose default choice is none of the listed ones, and entries that are no key of the map
 * whose keys they are to be.
 */
export const wrongChoice = nodeRule("wrong-choice", "proves", (node) => {
  const strays = noKeys(node).map((stray) => (facts: JourneyFacts) => strayKey(stray, node, facts));
  return node.typeId === "ChoiceCollectorNode" ? [...strays, ...wrongIn(node)] : strays;
});

function strayKey({ place: at, entry: choice, noKeyOf, meant }: NoKey, node: JourneyNode, { journey }: JourneyFacts) {
  const args = { node: nodeLabel(node), choice, problem: { noKeyOf } };
  if (meant === undefined) return { at, args };
  const text = JSON.stringify(meant);
  const fixes = isFromExport(journey) ? [] : [{ title: `Write ${meant}`, edits: [{ range: at.range, text }] }];
  return { at, args, help: `Write the key, \`${text}\`.`, fixes };
}

type WrongChoice = Finding<"wrong-choice">;

function wrongIn(node: JourneyNode): readonly WrongChoice[] {
  const choices = node.properties.get("choices");
  const list = choices?.value;
  if (choices === undefined || !choices.explicit || !Array.isArray(list) || list.some(isPlaceholder)) return [];
  const found: WrongChoice[] = [];
  const twice = list.find((choice, index) => list.indexOf(choice) < index);
  if (typeof twice === "string") {
    found.push({ at: choices.place, args: { node: nodeLabel(node), choice: twice, problem: "twice" } });
  }
  const chosen = node.properties.get("defaultChoice");
  const choice = chosen?.value;
  if (chosen === undefined || typeof choice !== "string" || choice === "" || isPlaceholder(choice)) return found;
  if (list.includes(choice)) return found;
  const near = nearestName(
    choice,
    list.filter((each) => typeof each === "string"),
  );
  const help = near === undefined ? {} : { help: `Did you mean "${near}"?` };
  // The platform takes the first choice instead, which is the one that is meant.
  const isHarmless = String(list[0]).toLowerCase() === choice.toLowerCase();
  const severity = isHarmless ? ({ severity: "info" } as const) : {};
  const args = { node: nodeLabel(node), choice, problem: "unlisted" } as const;
  return [...found, { at: chosen.place, args, ...help, ...severity }];
}

/** An entry of a list that is none of the keys of a map. */
interface NoKey {
  readonly entry: string;
  readonly place: Place;
  readonly noKeyOf: string;
  /** The key that has this value, or is spelt nearly so. */
  readonly meant: string | undefined;
}

function noKeys(node: JourneyNode): readonly NoKey[] {
  const { properties } = node;
  return markedProperties(node).keys.flatMap(({ name, amongKeysOf: noKeyOf = "" }) => {
    const map = properties.get(noKeyOf)?.value;
    const setting = properties.get(name);
    if (map === undefined || !isJsonObject(map) || isPlaceholder(map) || !Array.isArray(setting?.value)) return [];
    const keys = Object.keys(map);
    if (keys.length === 0 || keys.some(isPlaceholder)) return [];
    // Headers have one name in capitals and small letters.
    const folded = new Set(keys.map((key) => key.toLowerCase()));
    return setting.value.flatMap((entry, index) => {
      if (typeof entry !== "string" || isPlaceholder(entry) || folded.has(entry.toLowerCase())) return [];
      const meant = keys.find((key) => map[key] === entry) ?? nearestName(entry, keys);
      return [{ entry, place: setting.inner?.get(`/${index}`) ?? setting.place, noKeyOf, meant }];
    });
  });
}
