/**
 * The state that stands for a node: its name, as a rule. XState reads `.`, `\` and a leading `#` in a target as a path,
 * and an object literal reads `__proto__` as its prototype; such names, and those of the two ends, are wrapped:
 * `node(a%2Eb)`. Two names never give one state.
 */
export function stateName(nodeName: string): string {
  const plain = nodeName !== "" && !/[.\\]|^#|^node\(/.test(nodeName) && !reservedStates.has(nodeName);
  return plain ? nodeName : wrap("node", nodeName);
}

/**
 * The event that stands for an outcome: its name, as a rule. Wrapped are names that XState reads as a pattern (`*`), as
 * its own event (`xstate.…`) or not at all (empty).
 */
export function eventName(outcome: string): string {
  const plain = outcome !== "" && !/\*|^xstate\.|^outcome\(/.test(outcome) && outcome !== "__proto__";
  return plain ? outcome : wrap("outcome", outcome);
}

const reservedStates: ReadonlySet<string> = new Set(["success", "failure", "__proto__"]);

function wrap(kind: string, name: string): string {
  return `${kind}(${name.replace(/[%.*\\]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
