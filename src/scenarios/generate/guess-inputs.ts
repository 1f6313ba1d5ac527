import type { Step, WireCallback } from "../../runtime/callbacks/callback.js";
import type { ManagedObject } from "../../runtime/world/world-options.js";
import { type Json, setOwn } from "../../text/json.js";

/** The users that are tried: with the right password, not registered, with a wrong password, and signed on from the beginning. */
export const guises = ["known", "new", "wrong", "recognised"] as const;

export type Guise = (typeof guises)[number];

/** The user that exists in generated scenarios. */
export const knownUser: ManagedObject = {
  userName: "demo",
  mail: "demo@example.com",
  givenName: "Demo",
  sn: "User",
  password: "Passw0rd-1",
};

const newUser: { readonly [attribute: string]: string } = {
  userName: "newcomer",
  mail: "newcomer@example.com",
  givenName: "New",
  sn: "Comer",
};

/**
 * Guesses the inputs of a step for `submit`, by the names that its inputs have. Among choices, the one with the
 * name of the wanted outcome is taken. Callbacks of kinds that nobody can guess keep the value that they are shown with.
 */
export function guessInputs(
  step: Step,
  inputNames: readonly string[],
  guise: Guise,
  outcome: string,
): Record<string, Json> {
  const answers = new Map<string, Json[]>();
  const questions = new Set<string>();
  const asking = step.callbacks.filter(({ input }) => input !== undefined);
  for (const [index, callback] of asking.entries()) {
    const value = guessValue(callback, guise, outcome, questions);
    const name = inputNames[index];
    if (value === undefined || name === undefined) continue;
    const known = answers.get(name);
    if (known) known.push(value);
    else answers.set(name, [value]);
  }
  const inputs = {};
  for (const [name, values] of answers) setOwn(inputs, name, values.length === 1 ? (values[0] ?? null) : values);
  return inputs;
}

function guessValue(callback: WireCallback, guise: Guise, outcome: string, questions: Set<string>): Json | undefined {
  switch (callback.type) {
    case "NameCallback":
    case "ValidatedCreateUsernameCallback":
      return attribute("userName", guise);
    case "PasswordCallback":
    case "ValidatedCreatePasswordCallback":
      return guise === "wrong" ? "wrong" : attribute("password", "known");
    case "StringAttributeInputCallback":
      return attribute(String(output(callback, "name") ?? ""), guise);
    case "NumberAttributeInputCallback":
      return 1;
    case "BooleanAttributeInputCallback":
    case "TermsAndConditionsCallback":
    case "ConsentMappingCallback":
      return guise !== "wrong";
    case "TextInputCallback":
      return "text";
    case "KbaCreateCallback":
      return kba(callback, questions);
    case "ChoiceCallback":
      return choice(output(callback, "choices"), outcome);
    case "ConfirmationCallback":
      return choice(output(callback, "options"), outcome);
    default:
      return undefined;
  }
}

function attribute(name: string, guise: Guise): Json {
  const held = guise === "new" ? newUser[name] : knownUser[name];
  return held ?? "text";
}

/** Answers the first question of the list that has no answer yet, as no question may be answered twice. */
function kba(callback: WireCallback, answered: Set<string>): Json | undefined {
  const offered = output(callback, "predefinedQuestions");
  const open = (Array.isArray(offered) ? offered : []).map(String).filter((each) => !answered.has(each));
  const [first = `Which question is number ${answered.size + 1}?`] = open;
  answered.add(first);
  const names = (callback.input ?? []).map(({ name }) => name.replace(/^IDToken\d+/, ""));
  const [question, answer] = names;
  return question === undefined || answer === undefined ? undefined : { [question]: first, [answer]: "Answer" };
}

/** The index of the choice with the name of the outcome. `true` and `false` are the first and the second choice. */
function choice(choices: Json | undefined, outcome: string): Json | undefined {
  if (!Array.isArray(choices)) return undefined;
  if (choices.includes(outcome)) return outcome;
  const place = ["true", "false"].indexOf(outcome);
  const text: Json | undefined = choices[Math.max(place, 0)];
  return typeof text === "string" ? text : undefined;
}

function output(callback: WireCallback, name: string): Json | undefined {
  return callback.output.find((member) => member.name === name)?.value;
}
