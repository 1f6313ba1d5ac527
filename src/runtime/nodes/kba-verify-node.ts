import { isJsonObject } from "../../text/json.js";
import { type Action, ask, decide, fail } from "../action.js";
import { outputOf, textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import { findIdentity } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isAnswer, kbaOf, securityQuestions } from "../world/kba.js";

/** Asks the user some of the security questions, chosen at random, and checks the answers. */
export const kbaVerifyNode: NodeBehaviour = {
  type: "KbaVerifyNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  async process(context: NodeContext): Promise<Action> {
    const { properties, callbacks, world } = context;
    const user = findIdentity(context, properties.text("identityAttribute", "userName"));
    if (!user) return fail("Failed to retrieve user object");
    const { minimumAnswersToDefine, minimumAnswersToVerify, maximumAttempts } = kbaOf(world);
    const meta = world.identities.metaOf(user);
    if (meta.kbaFailures > maximumAttempts) return fail("Maximum attempts exceeded");
    if (minimumAnswersToVerify === 0) return fail("Minimum answers to verify is set to zero");
    const held = readPath(user, properties.text("kbaInfoAttribute", "kbaInfo"));
    const defined = Array.isArray(held) ? held.filter(isJsonObject) : [];
    if (defined.length < minimumAnswersToDefine) return fail("Object has defined fewer questions than the minimum");
    const texts = securityQuestions(world);
    const questions = defined.map((entry) => questionText(entry, texts));
    const unknown = questions.indexOf(undefined);
    if (unknown >= 0) return fail(`Question id ${String(defined[unknown]?.questionId)} is not defined`);
    if (callbacks.length === 0) {
      while (questions.length > minimumAnswersToVerify) questions.splice(world.random.below(questions.length), 1);
      return ask(...questions.map((prompt = "") => passwordCallback({ prompt })));
    }
    if (callbacks.length < minimumAnswersToVerify) return decide(false);
    for (const callback of callbacks) {
      // The platform finds the stored answer by the question that it has sent itself.
      const entry = defined[questions.indexOf(String(outputOf(callback, "prompt")))];
      if (!(await isAnswer(entry?.answer, textOf(callback)))) {
        meta.kbaFailures++;
        return decide(false);
      }
    }
    meta.kbaFailures = 0;
    return decide(true);
  },
};

type Stored = { readonly [name: string]: JsonValue };

/** The question as the user sees it; `undefined` for the id of a question that the tenant does not have. */
function questionText(entry: Stored, texts: ReadonlyMap<string, string>): string | undefined {
  const custom = entry.customQuestion;
  return typeof custom === "string" ? custom : texts.get(String(entry.questionId));
}
