import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { JourneyNode } from "../../model/model.js";
import { isJsonObject } from "../../text/json.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/**
 * Reports choice collectors that list a choice twice, or whose default choice is none of the listed ones, and entries that are no key of the map
 * whose keys they are to be.
 */
export const wrongChoice = journeyRule("wrong-choice", "proves", ({ journey, nodes }, report) => {
  for (const node of nodes) {
    for (const stray of noKeys(node)) {
      const { place: at, entry: choice, noKeyOf, meant } = stray;
      const text = JSON.stringify(meant);
      const fixes =
        meant === undefined || isFromExport(journey)
          ? []
          : [{ title: `Write ${meant}`, edits: [{ range: at.range, text }] }];
      const help = meant === undefined ? {} : { help: `Write the key, \`${text}\`.`, fixes };
      report({ at, args: { node: nodeLabel(node), choice, problem: { noKeyOf } }, ...help });
    }
    if (node.typeId !== "ChoiceCollectorNode") continue;
    const choices = node.properties.get("choices");
    const list = choices?.value;
    if (choices === undefined || !choices.explicit || !Array.isArray(list) || list.some(isPlaceholder)) continue;
    const twice = list.find((choice, index) => list.indexOf(choice) < index);
    if (typeof twice === "string") {
      report({ at: choices.place, args: { node: nodeLabel(node), choice: twice, problem: "twice" } });
    }
    const chosen = node.properties.get("defaultChoice");
    const choice = chosen?.value;
    if (chosen === undefined || typeof choice !== "string" || choice === "" || isPlaceholder(choice)) continue;
    if (list.includes(choice)) continue;
    const near = nearestName(
      choice,
      list.filter((each) => typeof each === "string"),
    );
    const help = near === undefined ? {} : { help: `Did you mean "${near}"?` };
    // The platform takes the first choice instead, which is the one that is meant.
    const isHarmless = String(list[0]).toLowerCase() === choice.toLowerCase();
    const severity = isHarmless ? ({ severity: "info" } as const) : {};
    report({ at: chosen.place, args: { node: nodeLabel(node), choice, problem: "unlisted" }, ...help, ...severity });
  }
});

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
