import { type Action, goTo } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Leaves by `Retry` as often as its limit allows, and then by `Reject`. */
export const retryLimitDecisionNode: NodeBehaviour = {
  type: "RetryLimitDecisionNode",
  runs: "fully",
  note: "With `incrementUserAttributeOnFailure` and an unknown user, keeps the count in shared state, as the node's public source does; the documentation says that the journey ends in an error.",
  inputs: () => ["username"],
  process({ node, properties, state, world }: NodeContext): Action {
    const key = `${node.id}.retryCount`;
    const username = state.get("username");
    const keepsAtUser = properties.flag("incrementUserAttributeOnFailure", true) && typeof username === "string";
    const user = keepsAtUser ? world.identities.findUser(username) : undefined;
    const counts = user ? countsOf(user[attribute]) : undefined;
    const count = counts ? (counts.get(node.id) ?? 0) : Number(state.getShared(key) ?? 0);
    if (count >= properties.number("retryLimit", 3)) {
      if (user && counts) {
        counts.delete(node.id);
        world.identities.patch(idOf(user), { [attribute]: textsOf(counts) });
      }
      return goTo("Reject");
    }
    state.putShared(key, count + 1);
    if (!user || !counts) return goTo("Retry");
    counts.set(node.id, count + 1);
    world.identities.patch(idOf(user), { [attribute]: textsOf(counts) });
    return goTo("Retry", { retryCountUser: idOf(user) });
  },
};

/** The user attribute that holds the counts: one text `<nodeId>=<count>` for each node. */
const attribute = "retryLimitNodeCount";

function countsOf(value: unknown): Map<string, number> {
  const texts = Array.isArray(value) ? value.map(String) : [];
  return new Map(
    texts.map((text) => [text.slice(0, text.lastIndexOf("=")), Number(text.slice(text.lastIndexOf("=") + 1))]),
  );
}

function textsOf(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].map(([id, count]) => `${id}=${count}`);
}
