import { managedAttributes } from "../model/managed-attributes.js";
import type { JourneyNode, Setting } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { markedProperties } from "./marked-properties.js";
import { engineKeys } from "./state/engine-keys.js";
import { nodeAccess } from "./state/node-access.js";
import { everyKey, keyOf } from "./state/slot.js";
import { isMisspelling, usualKeys } from "./state/written-keys.js";

/** A key that a setting writes in vain, where another one is meant. */
export interface MisspeltWrite {
  readonly node: JourneyNode;
  readonly setting: Setting;
  readonly key: string;
  readonly meant: string;
  readonly readers: readonly JourneyNode[];
}

/**
 * Finds keys that a node writes by a setting and that nothing in the journey reads, where nodes read an attribute of nearly the same name
 * that no node writes. Keys beside the attributes are compared where they are read. A journey that others run may write for them.
 */
export function findMisspeltWrites(facts: JourneyFacts): readonly MisspeltWrite[] {
  const candidates = facts.nodes.flatMap((node) => {
    return markedProperties(node).written.flatMap((name) => {
      const setting = node.properties.get(name);
      return setting?.explicit === true && typeof setting.value === "string"
        ? [{ node, setting, key: setting.value }]
        : [];
    });
  });
  if (candidates.length === 0 || facts.mayRunInside) return [];
  const reads = facts.state.reads;
  const isRead = (key: string) =>
    reads.some(({ read }) => read.key === key) || facts.journey.scripts.some(({ body }) => body.includes(key));
  return candidates.flatMap(({ node, setting, key }) => {
    if (engineKeys.has(key) || usualKeys.has(key) || managedAttributes.has(key) || isRead(key)) return [];
    const near = reads.filter(
      ({ read, inner }) =>
        inner === undefined && read.space === "attribute" && read.key !== key && isMisspelling(key, read.key),
    );
    const [meant, another] = new Set(near.map(({ read }) => read.key));
    if (meant === undefined || another !== undefined || mayBeWritten(meant, node, facts)) return [];
    const readers = [...new Set(near.map((read) => read.node))].filter((reader) => reader !== node);
    return readers.length === 0 ? [] : [{ node, setting, key, meant, readers }];
  });
}

/** Whether a node other than this one writes a key, or may write any. */
function mayBeWritten(key: string, besides: JourneyNode, { nodes, scripts }: JourneyFacts): boolean {
  return nodes.some((node) => {
    if (node === besides || node.children.length > 0) return false;
    const { writes, writesAnything } = nodeAccess(node, scripts);
    return writesAnything || writes.some(({ slot }) => keyOf(slot) === key || keyOf(slot) === everyKey);
  });
}
