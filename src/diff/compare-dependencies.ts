import type { Resource, Script } from "../model/model.js";
import { compareSettings, compareValues } from "./compare-values.js";
import type { Change, ValueChange } from "./difference.js";
import type { JourneyPair } from "./journey-pair.js";

/** Finds scripts that were added, removed or changed. */
export function compareScripts({ before, after, scripts, ids }: JourneyPair): readonly Change[] {
  const changes: Change[] = [];
  for (const script of after.scripts) {
    const old = scripts.beforeOf(script);
    if (old === undefined) changes.push({ kind: "script-added", script: script.title });
    else {
      const found: readonly ValueChange[] = [
        ...compareValues("name", old.title, script.title),
        ...compareValues("body", ids.text(old.body), script.body),
        ...compareSettings(withoutId(old), withoutId(script), ids),
      ];
      for (const change of found) changes.push({ kind: "script-changed", script: script.title, change });
    }
  }
  for (const script of before.scripts) {
    if (scripts.afterOf(script) === undefined) changes.push({ kind: "script-removed", script: script.title });
  }
  return changes;
}

/** Members that record when and by whom a script was changed; they do not affect what it does. */
const records: ReadonlySet<string> = new Set([
  "_id",
  "creationDate",
  "createdBy",
  "lastModifiedBy",
  "lastModifiedDate",
]);

function withoutId({ properties }: Script): Script["properties"] {
  return new Map([...properties].filter(([key]) => !records.has(key)));
}

/** Finds e-mail templates, themes and other resources that were added, removed or changed. */
export function compareResources({ before, after, ids }: JourneyPair): readonly Change[] {
  const changes: Change[] = [];
  const keyOf = ({ kind, id }: Resource) => `${kind} ${id}`;
  const old = new Map(before.resources.map((resource) => [keyOf(resource), resource]));
  for (const resource of after.resources) {
    const { kind: of, id } = resource;
    const left = old.get(keyOf(resource));
    old.delete(keyOf(resource));
    if (left === undefined) changes.push({ kind: "resource-added", resource: of, id });
    else {
      for (const change of compareValues("content", ids.value(left.content), resource.content)) {
        const path = change.path.length > 1 ? change.path.slice(1) : change.path;
        changes.push({ kind: "resource-changed", resource: of, id, change: { ...change, path } });
      }
    }
  }
  for (const { kind: of, id } of old.values()) changes.push({ kind: "resource-removed", resource: of, id });
  return changes;
}
