/**
 * The name of the state for a node, usually the name of the node. XState reads `.`, `\` and a leading `#` in a target as
 * a path, and an object literal reads `__proto__` as its prototype. Such names, and those of the two ends, are wrapped:
 * `node(a%2Eb)`. Different names always give different states.
 */
export function stateName(nodeName: string): string {
  const plain = nodeName !== "" && !/[.\\]|^#|^node\(/.test(nodeName) && !reservedStates.has(nodeName);
  return plain ? nodeName : wrap("node", nodeName);
}

/**
 * The name of the event for an outcome, usually the name of the outcome. Names that XState reads as a pattern (`*`) or as
 * its own event (`xstate.…`), and the empty name, are wrapped.
 */
export function eventName(outcome: string): string {
  const plain = outcome !== "" && !/\*|^xstate\.|^outcome\(/.test(outcome) && outcome !== "__proto__";
  return plain ? outcome : wrap("outcome", outcome);
}

const reservedStates: ReadonlySet<string> = new Set(["success", "failure", "__proto__"]);

function wrap(kind: string, name: string): string {
  return `${kind}(${name.replace(/[%.*\\]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
