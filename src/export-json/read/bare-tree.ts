import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { exportOf, type SectionRole } from "../sections.js";
import type { JourneyExport } from "./journey-export.js";

/** Old admin UIs put the settings of a node into one of these members of its reference. */
export const embeddedBodies = ["config", "details"] as const;

/**
 * Whether a value is a tree object alone, without the bodies of its nodes, as the REST interface returns it. One reference that is
 * none does not make it something else.
 */
export function isBareTree(value: Json): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const nodes = getOwn(value, "nodes");
  if (typeof getOwn(value, "entryNodeId") !== "string" || !isJsonObject(nodes)) return false;
  const references = Object.values(nodes);
  return references.length === 0 || references.some((each) => isJsonObject(each) && Object.hasOwn(each, "nodeType"));
}

/** Makes a journey export of a tree alone. Settings embedded in its references become the bodies of the nodes. */
export function bareTreeToExport(
  tree: JsonObject,
  id: string,
  realm: string | undefined,
  place: JsonPlace,
): JourneyExport {
  const { references, bodies, members } = splitReferences(getOwn(tree, "nodes") as JsonObject);
  const bareTree: Record<string, Json> = {};
  for (const key of Object.keys(tree)) setOwn(bareTree, key, key === "nodes" ? references : tree[key]);
  return {
    id,
    realm,
    layout: "tree",
    value: treeExport(bareTree, references, { body: bodies, innerBody: {} }),
    places: {
      tree: place,
      reference: (nodeId) => place.child("nodes").child(nodeId),
      entry: (_section, nodeId) => {
        const reference = place.child("nodes").child(nodeId);
        const member = members.get(String(nodeId));
        return member === undefined ? reference : reference.child(member);
      },
    },
  };
}

/** Makes an export of a tree and the parts found for it. One whose nodes have no bodies anywhere has no place for them either. */
export function treeExport(
  tree: JsonObject,
  references: JsonObject,
  parts: Readonly<Record<"body" | "innerBody", JsonObject>> & { readonly [Role in SectionRole]?: Json },
): JsonObject {
  const { body, innerBody, ...others } = parts;
  const lacksBodies = Object.keys(references).length > 0 && Object.keys(body).length === 0;
  return exportOf({ tree, ...(lacksBodies ? {} : { body, innerBody }), ...others });
}

/** Takes embedded settings out of the references, which keep all their other members. */
export function splitReferences(nodes: JsonObject) {
  const references: Record<string, Json> = {};
  const bodies: Record<string, Json> = {};
  const members = new Map<string, string>();
  for (const id of Object.keys(nodes)) {
    const reference = getOwn(nodes, id) ?? null;
    const member = isJsonObject(reference)
      ? embeddedBodies.find((name) => isJsonObject(getOwn(reference, name)))
      : undefined;
    if (member === undefined || !isJsonObject(reference)) {
      setOwn(references, id, reference);
      continue;
    }
    const rest: Record<string, Json> = {};
    for (const key of Object.keys(reference)) if (key !== member) setOwn(rest, key, reference[key]);
    setOwn(references, id, rest);
    setOwn(bodies, id, reference[member]);
    members.set(id, member);
  }
  return { references, bodies, members };
}
