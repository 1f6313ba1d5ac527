import type { CallbackMember, WireCallback } from "../../runtime/callbacks/callback.js";
import type { JsonValue } from "../../runtime/machine.js";
import { isJsonObject } from "../../text/json.js";

/** A question at the terminal, for one input of a callback. */
export interface Question {
  /** The index of the input in its callback. */
  readonly input: number;
  readonly label: string;
  readonly kind: "text" | "secret" | "number" | "flag" | "choice" | "json";
  /** The choices: the shown text, and the value that is sent. */
  readonly choices: readonly { readonly text: string; readonly value: JsonValue }[];
  /** The value of an empty answer. */
  readonly byDefault: JsonValue;
}

/** The questions of a callback; none where a login page answers without the user. */
export function questionsOf(callback: WireCallback): readonly Question[] {
  const first = callback.input?.[0];
  if (!first) return [];
  switch (callback.type) {
    case "NameCallback":
    case "TextInputCallback":
    case "StringAttributeInputCallback":
    case "ValidatedCreateUsernameCallback":
      return [question(callback, first, "text")];
    case "PasswordCallback":
    case "ValidatedCreatePasswordCallback":
      return [{ ...question(callback, first, "secret"), byDefault: "" }];
    case "NumberAttributeInputCallback":
      return [question(callback, first, "number")];
    case "BooleanAttributeInputCallback":
      return [question(callback, first, "flag")];
    case "TermsAndConditionsCallback":
    case "ConsentMappingCallback":
      return [{ ...question(callback, first, "flag"), label: "Accept" }];
    case "ChoiceCallback":
      return [numbered(callback, first, wireOutput(callback, "choices"), wireOutput(callback, "defaultChoice"))];
    case "ConfirmationCallback":
      return [numbered(callback, first, wireOutput(callback, "options"), wireOutput(callback, "defaultOption"))];
    case "SelectIdPCallback":
      return [providers(callback, first)];
    case "KbaCreateCallback":
      return kba(callback);
    case "HiddenValueCallback":
      return [{ ...question(callback, first, "text"), label: `Hidden value ${wireText(callback, "id") || ""}`.trim() }];
    case "PollingWaitCallback":
    case "MetadataCallback":
    case "RedirectCallback":
      return [];
    default:
      return (callback.input ?? []).map((member, input) => ({
        ...question(callback, member, "json"),
        input,
        label: `${callback.type} ${member.name}`,
      }));
  }
}

/** The value of an answer, or a sentence that says what is wrong with it. */
export function readAnswer(
  { kind, choices, byDefault }: Question,
  text: string,
): { readonly value: JsonValue } | string {
  if (text === "" && kind !== "secret") return { value: byDefault };
  switch (kind) {
    case "text":
    case "secret":
      return { value: text };
    case "number":
      return Number.isFinite(Number(text)) ? { value: Number(text) } : "A number, please";
    case "flag":
      if (/^(y|yes|true|1)$/i.test(text)) return { value: true };
      return /^(n|no|false|0)$/i.test(text) ? { value: false } : "y or n, please";
    case "choice": {
      const chosen = choices[Number(text) - 1] ?? choices.find((choice) => choice.text === text);
      return chosen ? { value: chosen.value } : `A number from 1 to ${choices.length}, please`;
    }
    case "json":
      return { value: parsed(text) };
    default:
      return kind satisfies never;
  }
}

/** The callback with values in its inputs. */
export function answered(callback: WireCallback, values: ReadonlyMap<number, JsonValue>): WireCallback {
  if (!callback.input) return callback;
  return {
    ...callback,
    input: callback.input.map((member, index) => ({ ...member, value: values.get(index) ?? member.value })),
  };
}

/** The value of an output of a callback. */
export function wireOutput(callback: WireCallback, name: string): JsonValue | undefined {
  return callback.output.find((member) => member.name === name)?.value;
}

/** An output of a callback as a text; empty where it is none. */
export function wireText(callback: WireCallback, name: string): string {
  const value = wireOutput(callback, name);
  return typeof value === "string" ? value : "";
}

function question(callback: WireCallback, { name, value }: CallbackMember, kind: Question["kind"]): Question {
  const label = wireText(callback, "prompt") || wireText(callback, "name") || name;
  const required = wireOutput(callback, "required") === true;
  return { input: 0, label: required ? `${label} *` : label, kind, choices: [], byDefault: value };
}

function numbered(
  callback: WireCallback,
  member: CallbackMember,
  list: JsonValue | undefined,
  byDefault: JsonValue | undefined,
): Question {
  const texts = Array.isArray(list) ? list.map(String) : [];
  const choices = texts.map((text, value) => ({ text, value }));
  return { ...question(callback, member, "choice"), choices, byDefault: byDefault ?? member.value };
}

function providers(callback: WireCallback, member: CallbackMember): Question {
  const list = wireOutput(callback, "providers");
  const choices = (Array.isArray(list) ? list : []).flatMap((provider: JsonValue) => {
    const name = isJsonObject(provider) ? provider.provider : undefined;
    return typeof name === "string" ? [{ text: name, value: name }] : [];
  });
  return { ...question(callback, member, "choice"), label: "Sign in with", choices };
}

/** Security questions: the user chooses a question or writes one, and answers it. */
function kba(callback: WireCallback): readonly Question[] {
  const [asked, answer] = callback.input ?? [];
  if (!asked || !answer) return [];
  const list = wireOutput(callback, "predefinedQuestions");
  const texts = Array.isArray(list) ? list.map(String) : [];
  const choices = texts.map((text) => ({ text, value: text }));
  const kind = choices.length > 0 && wireOutput(callback, "allowUserDefinedQuestions") !== true ? "choice" : "text";
  return [
    { ...question(callback, asked, kind), choices, byDefault: texts[0] ?? "" },
    { ...question(callback, answer, "text"), input: 1, label: "Answer" },
  ];
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
