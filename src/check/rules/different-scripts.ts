import type { Script } from "../../model/model.js";
import { modelRule } from "../rule.js";

/**
 * Reports scripts of several journeys that have the same id or name but different bodies: a realm keeps only one of
 * them. Journeys that share one script file have the same body, so they do not clash.
 */
export const differentScripts = modelRule("different-scripts", "proves", (model, report) => {
  const byId = new Map<string, Script>();
  const byTitle = new Map<string, Script>();
  const reported = new Set<string>();
  for (const journey of model.journeys) {
    for (const script of journey.scripts) {
      const clash =
        clashWith(script, byId.get(script.id), "id") ?? clashWith(script, byTitle.get(script.title), "name");
      if (!byId.has(script.id)) byId.set(script.id, script);
      if (!byTitle.has(script.title)) byTitle.set(script.title, script);
      const key = `${script.id}\n${script.title}\n${script.body}`;
      if (clash === undefined || reported.has(key)) continue;
      reported.add(key);
      const related = [{ place: clash.other.place, message: "The other one is here" }];
      report({ at: script.place, args: { title: script.title, by: clash.by }, related });
    }
  }
});

function clashWith<By extends "id" | "name">(script: Script, other: Script | undefined, by: By) {
  if (other === undefined) return undefined;
  const isSame = other.body === script.body && (by === "id" || other.id === script.id);
  return isSame ? undefined : { by, other };
}
