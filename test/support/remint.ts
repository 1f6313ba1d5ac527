import fc from "fast-check";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../src/text/json.js";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * An export as another tenant's hands would make it: every node has a new id wherever it stands, all members stand in another
 * order, every node lies elsewhere. `text` is one JSON document with journeys below `trees` or at the top.
 */
export function remint(value: JsonObject, seed: number): JsonObject {
  const random = fc.sample(fc.infiniteStream(fc.nat(1_000_000)), { seed, numRuns: 1 })[0]!;
  const next = () => random.next().value as number;
  const ids = new Map([...ownIds(value)].map((id) => [id, newId(next)]));
  const text = JSON.stringify(value).replace(uuid, (id) => ids.get(id) ?? id);
  return shuffle(JSON.parse(text) as Json, next) as JsonObject;
}

/** The ids of nodes and of the scripts that the export brings along; the ends of a journey have the platform's. */
function ownIds(value: JsonObject): ReadonlySet<string> {
  const ids = new Set<string>();
  const journeys = isJsonObject(value.trees) ? Object.values(value.trees) : [value];
  for (const journey of journeys) {
    if (!isJsonObject(journey)) continue;
    const tree = isJsonObject(journey.tree) ? journey.tree : {};
    for (const section of [tree.nodes, journey.nodes, journey.innerNodes, journey.innernodes, journey.scripts]) {
      if (isJsonObject(section)) for (const id of Object.keys(section)) ids.add(id);
    }
  }
  ids.delete("70e691a5-1e33-4ac3-a356-e7b6d60d92e0");
  ids.delete("e301438c-0bd0-429c-ab0c-66126501069a");
  return ids;
}

function newId(next: () => number): string {
  const digits = Array.from({ length: 32 }, () => (next() % 16).toString(16)).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function shuffle(value: Json, next: () => number): Json {
  if (Array.isArray(value)) return value.map((item: Json) => shuffle(item, next));
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).map((key) => [next(), key] as const);
  keys.sort(([left], [right]) => left - right);
  const result: Record<string, Json> = {};
  for (const [, key] of keys) {
    const isPlace = (key === "x" || key === "y") && typeof value[key] === "number";
    setOwn(result, key, isPlace ? next() : shuffle(value[key]!, next));
  }
  return result;
}
