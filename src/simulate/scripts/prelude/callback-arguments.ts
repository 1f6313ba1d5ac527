import { isList, javaError } from "./border.js";

/** What the constructors of `javax.security.auth.callback` refuse, by the name of the class: there no text may be empty. */
const refused: { readonly [className: string]: (...args: readonly unknown[]) => boolean } = {
  NameCallback: (...texts) => texts.some(isEmpty),
  TextInputCallback: (...texts) => texts.some(isEmpty),
  PasswordCallback: isEmpty,
  TextOutputCallback: (messageType, message) => !isOneOf(messageType, 3) || isEmpty(message),
  ChoiceCallback: (prompt, choices, defaultChoice) =>
    isEmpty(prompt) || !isChoice(choices) || !isOneOf(defaultChoice, choices.length),
  ConfirmationCallback: (...args) => {
    const [messageType, options, defaultOption] = args.length > 3 ? args.slice(1) : args;
    if ((args.length > 3 && isEmpty(args[0])) || !isOneOf(messageType, 3)) return true;
    if (isList(options)) return !isChoice(options) || !isOneOf(defaultOption, options.length);
    return !confirmations[Number(options)]?.includes(Number(defaultOption));
  },
};

/** How many arguments their constructors take, at least and at most. */
const numbers: { readonly [className: string]: readonly [number, number] } = {
  NameCallback: [1, 2],
  TextInputCallback: [1, 2],
  PasswordCallback: [2, 2],
  TextOutputCallback: [2, 2],
  ChoiceCallback: [4, 4],
  ConfirmationCallback: [3, 4],
};

/** The answers that each type of options has: yes, no, cancel and OK are 0 to 3. */
const confirmations: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1, 2],
  [2, 3],
];

/** Throws what a class of Java throws for arguments that it does not take. */
export function checkCallbackArguments(className: string, args: readonly unknown[]): void {
  const [least, most] = numbers[className] ?? [0, args.length];
  if (args.length < least || args.length > most) {
    const kinds = args.map((given) => typeof given).join();
    const message = `Java constructor for "javax.security.auth.callback.${className}" with arguments "${kinds}" not found.`;
    throw Object.assign(new Error(message), { name: "InternalError" });
  }
  if (refused[className]?.(...args)) throw javaError(null, undefined, "java.lang.IllegalArgumentException");
}

function isEmpty(text: unknown): boolean {
  return text === null || text === undefined || String(text) === "";
}

function isOneOf(index: unknown, number: number): boolean {
  return Number(index) >= 0 && Number(index) < number;
}

function isChoice(choices: unknown): choices is readonly unknown[] {
  return isList(choices) && choices.length > 0 && !choices.some(isEmpty);
}
