import { innerJourneyIds } from "../../model/inner-journeys.js";
import type { Journey } from "../../model/model.js";
import { quoteJson, stableJson } from "../../text/stable-json.js";
import { metaHeader } from "../sections.js";
import { type ExportMeta, metaOf } from "./export-meta.js";
import { exportMembers } from "./write-export.js";

/**
 * Writes one or several journeys into one export. Inner journeys come before the journeys that run them, as the
 * platform's import needs them; otherwise the order is that of the ids. Only `trees` has this order, all other members
 * are sorted.
 */
export function writeBundle(journeys: readonly Journey[], meta?: ExportMeta): string {
  const head = meta === undefined ? "" : `  ${quoteJson(metaHeader)}: ${stableJson(metaOf(journeys, meta), 1)},\n`;
  if (journeys.length === 0) return `{\n${head}  "trees": {}\n}\n`;
  const trees = innerJourneysFirst(journeys).map((journey) => {
    const text = stableJson(exportMembers(journey), 2);
    return `    ${quoteJson(journey.id)}: ${text}`;
  });
  return `{\n${head}  "trees": {\n${trees.join(",\n")}\n  }\n}\n`;
}

/**
 * Orders journeys depth first from the smallest id. Where journeys run each other in a circle, the one met first comes
 * last.
 */
export function innerJourneysFirst(journeys: readonly Journey[]): readonly Journey[] {
  const byId = new Map([...journeys].sort(byCodeUnit).map((journey) => [journey.id, journey]));
  const ordered: Journey[] = [];
  const entered = new Set<string>();
  for (const root of byId.values()) {
    if (entered.has(root.id)) continue;
    entered.add(root.id);
    const open = [{ journey: root, inner: innerIds(root) }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const id = top.inner.pop();
      if (id === undefined) {
        ordered.push(top.journey);
        open.pop();
        continue;
      }
      const inner = byId.get(id);
      if (inner === undefined || entered.has(id)) continue;
      entered.add(id);
      open.push({ journey: inner, inner: innerIds(inner) });
    }
  }
  return ordered;
}

/** The ids of the inner journeys, the largest first, since they are taken from the end. */
function innerIds(journey: Journey): string[] {
  return [...new Set(innerJourneyIds(journey))].sort().reverse();
}

function byCodeUnit(left: Journey, right: Journey): number {
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}
