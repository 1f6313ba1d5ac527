import { isJsonObject } from "../../text/json.js";
import { type Action, ask, decide, fail } from "../action.js";
import { textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import { findIdentity } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isAnswer, kbaOf, securityQuestions } from "../world/kba.js";

/** Asks the user randomly chosen security questions and checks the answers. */
export const kbaVerifyNode: NodeBehaviour = {
  type: "KbaVerifyNode",
  runs: "fully",
  note: "Keeps the chosen questions in shared state under the node's id; where the platform keeps them is not known.",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  async process(context: NodeContext): Promise<Action> {
    const { properties, callbacks, state, world, node } = context;
    const user = findIdentity(context, properties.text("identityAttribute", "userName"));
    if (!user) return fail("Failed to retrieve user object");
    const { minimumAnswersToVerify, maximumAttempts } = kbaOf(world);
    if (minimumAnswersToVerify === 0) return fail("Minimum answers to verify is set to zero");
    const meta = world.identities.metaOf(user);
    if (meta.kbaFailures >= maximumAttempts) return fail("Maximum attempts exceeded");
    const held = readPath(user, properties.text("kbaInfoAttribute", "kbaInfo"));
    const defined = Array.isArray(held) ? held : [];
    if (defined.length < minimumAnswersToVerify) return fail("Object has defined fewer questions than the minimum");
    const key = `${node.id}.questions`;
    const asked = state.getShared(key);
    if (callbacks.length === 0 || !Array.isArray(asked)) {
      const drawn = draw(defined.length, minimumAnswersToVerify, (limit) => world.random.below(limit));
      state.putShared(key, drawn);
      const texts = securityQuestions(world);
      return ask(...drawn.map((index) => passwordCallback({ prompt: questionText(defined[index], texts) })));
    }
    state.removeShared(key);
    let right = true;
    for (const [place, callback] of callbacks.entries()) {
      const index: JsonValue | undefined = asked[place];
      const entry: JsonValue | undefined = typeof index === "number" ? defined[index] : undefined;
      const stored = isJsonObject(entry) ? entry.answer : undefined;
      right = (await isAnswer(stored, textOf(callback))) && right;
    }
    meta.kbaFailures = right ? 0 : meta.kbaFailures + 1;
    return decide(right);
  },
};

/** Draws `count` different whole numbers below the limit. */
function draw(limit: number, count: number, below: (limit: number) => number): readonly number[] {
  const left = Array.from({ length: limit }, (_, index) => index);
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0] ?? 0);
}

function questionText(entry: JsonValue | undefined, texts: ReadonlyMap<string, string>): string {
  if (!isJsonObject(entry)) return "";
  const custom = entry.customQuestion;
  return typeof custom === "string" ? custom : (texts.get(String(entry.questionId)) ?? "");
}
