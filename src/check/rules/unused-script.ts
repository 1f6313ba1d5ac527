import { isLibrary } from "../../model/script-place.js";
import { librariesOfScript } from "../../rhino/analysis/needs-of-script.js";
import type { Json } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** Reports scripts that a journey brings along although no node, resource or other script of it names them. */
export const unusedScript = journeyRule("unused-script", "may-overreport", ({ journey, nodes }, report) => {
  if (journey.scripts.length === 0) return;
  const named = new Set<string>();
  const add = (value: Json) => {
    for (const text of textsIn(value)) named.add(text);
  };
  for (const { properties } of nodes) for (const { value } of properties.values()) add(value);
  for (const { value } of journey.settings.values()) add(value);
  for (const { content } of journey.resources) add(content);
  if (journey.raw !== undefined) add(journey.raw);
  for (const { body } of journey.scripts) for (const title of librariesOfScript(body)) named.add(title);
  // Where a node names a script that is not there, the only one that nothing names is meant.
  const ids = new Set(journey.scripts.map(({ id }) => id));
  const isSingle =
    journey.scripts.filter((script) => !named.has(script.id) && !named.has(script.title) && !isLibrary(script))
      .length === 1;
  const wrongNames = nodes.flatMap((node) =>
    markedProperties(node).references.flatMap(({ name, reference }) => {
      const setting = reference?.kind === "script" ? node.properties.get(name) : undefined;
      return setting !== undefined && !ids.has(String(setting.value)) ? [setting.place] : [];
    }),
  );
  for (const script of journey.scripts) {
    const { id, title, place } = script;
    // A library may also be required by scripts elsewhere.
    if (named.has(id) || named.has(title) || isLibrary(script)) continue;
    report({ at: place, args: { title }, restsOn: isSingle ? wrongNames : [] });
  }
});
