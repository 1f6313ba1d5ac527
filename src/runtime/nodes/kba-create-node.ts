import { type Action, ask, onward } from "../action.js";
import { type Callback, textOf } from "../callbacks/callback.js";
import { kbaCreateCallback } from "../callbacks/kba-create-callback.js";
import { putSecretAttribute } from "../identity/attributes.js";
import type { JsonValue } from "../machine.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { kbaOf, securityQuestions } from "../world/kba.js";

/** Asks the user for security questions and their answers. */
export const kbaCreateNode: NodeBehaviour = {
  type: "KbaCreateNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { properties, callbacks, state, world } = context;
    const answers = callbacks.map(readAnswer);
    const given = answers.filter(({ question, answer }) => question.trim() !== "" && answer.trim() !== "");
    const distinct = new Set(given.map(({ question }) => question.toLowerCase().replace(nonWord, "")));
    const minimum = kbaOf(world).minimumAnswersToDefine;
    const enough = given.length >= minimum && distinct.size === given.length;
    if (callbacks.length === 0 || !enough) {
      const questions = securityQuestions(world);
      const prompt = world.localise(properties.map("message"));
      const shown = Array.from({ length: minimum }, (_, index) =>
        kbaCreateCallback(
          {
            prompt,
            predefinedQuestions: [...questions.values()],
            allowUserDefinedQuestions: properties.flag("allowUserDefinedQuestions", true),
          },
          { question: answers[index]?.question, answer: answers[index]?.answer },
        ),
      );
      return ask(...shown);
    }
    putSecretAttribute(
      state,
      "kbaInfo",
      given.map((each) => stored(each, securityQuestions(world))),
    );
    return onward;
  },
};

/** Letters of all scripts count, so that two questions in Chinese differ. */
const nonWord = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/gu;

interface Answer {
  readonly question: string;
  readonly answer: string;
}

function readAnswer(callback: Callback): Answer {
  return { question: textOf(callback, "question"), answer: textOf(callback, "answer") };
}

/** The stored form of an answer: a predefined question by its id, a custom one by its text. */
function stored({ question, answer }: Answer, questions: ReadonlyMap<string, string>): JsonValue {
  const id = [...questions].find(([, text]) => text === question)?.[0];
  return id === undefined ? { answer, customQuestion: question } : { answer, questionId: id };
}
