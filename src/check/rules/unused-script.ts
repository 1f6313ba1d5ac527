import type { Place } from "../../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { isLibrary } from "../../model/script-place.js";
import { librariesOfScript } from "../../rhino/analysis/needs-of-script.js";
import type { Json } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

/** Reports scripts that a journey brings along although no node, resource or other script of it names them. */
export const unusedScript = journeyRule("unused-script", "may-overreport", (facts, report) => {
  const { journey, nodes } = facts;
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
  // Settings that belong to no node are reported themselves.
  for (const { body } of facts.exported?.strayBodies() ?? []) add(body);
  // A library may also be required by scripts elsewhere.
  const unused = journey.scripts.filter(
    (script) => !named.has(script.id) && !named.has(script.title) && !isLibrary(script),
  );
  // Where a node names a script that is not there, the only one that nothing names is meant.
  const restsOn = unused.length === 1 ? wrongNames(journey, nodes) : [];
  for (const { title, place } of unused) report({ at: place, args: { title }, restsOn });
});

/** The places where nodes name a script that the journey does not have. */
function wrongNames({ scripts }: Journey, nodes: readonly JourneyNode[]): readonly Place[] {
  const ids = new Set(scripts.map(({ id }) => id));
  return nodes.flatMap((node) =>
    markedProperties(node).references.flatMap(({ name, reference }) => {
      const setting = reference?.kind === "script" ? node.properties.get(name) : undefined;
      return setting !== undefined && !ids.has(String(setting.value)) ? [setting.place] : [];
    }),
  );
}
