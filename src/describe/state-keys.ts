import { nodeAccess } from "../check/state/node-access.js";
import { attributesKey, everyKey, keyOf } from "../check/state/slot.js";
import type { Journey, Script } from "../model/model.js";
import { innerJourneyTypeId } from "../model/pages.js";
import { allNodes } from "../model/used-resources.js";
import type { StateKey } from "./description.js";
import type { LabelOf } from "./node-labels.js";

interface Draft {
  readonly writtenBy: Set<string>;
  readonly readBy: Set<string>;
}

/** The keys of node state that nodes write and read by names that are known, and the nodes that may write others. */
export function stateKeys(
  journey: Journey,
  labelOf: LabelOf,
  scripts: ReadonlyMap<string, Script>,
): { readonly keys: readonly StateKey[]; readonly writeAnything: readonly string[] } {
  const drafts = new Map<string, Draft>();
  const writeAnything = new Set<string>();
  const draftOf = (kind: StateKey["kind"], key: string) => {
    const known = drafts.get(`${kind} ${key}`);
    const draft = known ?? { writtenBy: new Set<string>(), readBy: new Set<string>() };
    if (known === undefined) drafts.set(`${kind} ${key}`, draft);
    return draft;
  };
  for (const node of allNodes(journey.nodes)) {
    // A page does nothing but what its inner nodes do.
    if (node.children.length > 0) continue;
    const { reads, writes, writesAnything } = nodeAccess(node, scripts);
    const label = labelOf(node);
    // The key of a node's own counter begins with its id.
    const spelt = (key: string) => key.replace(node.id, `<id of ${label}>`);
    for (const { slot } of writes) {
      const key = keyOf(slot);
      if (key === everyKey) draftOf("state", attributesKey).writtenBy.add(label);
      else
        draftOf(/^(?:attribute|transientAttribute):/.test(slot) ? "attribute" : "state", spelt(key)).writtenBy.add(
          label,
        );
    }
    for (const { key, space } of reads) {
      // The platform itself sets it.
      if (key !== "realm") draftOf(space, spelt(key)).readBy.add(label);
    }
    if (writesAnything && node.typeId !== innerJourneyTypeId) writeAnything.add(label);
  }
  const keys = [...drafts].map(([id, { writtenBy, readBy }]): StateKey => {
    const blank = id.indexOf(" ");
    return {
      kind: id.slice(0, blank) === "attribute" ? "attribute" : "state",
      key: id.slice(blank + 1),
      writtenBy: [...writtenBy],
      readBy: [...readBy],
    };
  });
  return { keys: keys.sort(byKey), writeAnything: [...writeAnything] };
}

function byKey(left: StateKey, right: StateKey): number {
  if (left.kind !== right.kind) return left.kind === "state" ? -1 : 1;
  return left.key < right.key ? -1 : 1;
}
