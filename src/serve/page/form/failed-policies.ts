import type { WireCallback } from "../../../runtime/callbacks/callback.js";
import { outputList } from "./callback.js";

/** What the platform found wrong with the value of a callback, in words. Each entry is the JSON of a requirement. */
export function failedPolicyTexts(callback: WireCallback): readonly string[] {
  return outputList(callback, "failedPolicies").map((entry) => wordsOf(String(entry)));
}

function wordsOf(entry: string): string {
  try {
    const { policyRequirement, params = {} } = JSON.parse(entry) as Failed;
    return words[policyRequirement]?.(params) ?? `${policyRequirement} ${JSON.stringify(params)}`;
  } catch {
    // Not the JSON that the platform sends: shown as it is.
    return entry;
  }
}

interface Failed {
  readonly policyRequirement: string;
  readonly params?: { readonly [name: string]: unknown };
}

const words: Readonly<Record<string, (params: NonNullable<Failed["params"]>) => string>> = {
  REQUIRED: () => "This is needed.",
  UNIQUE: () => "This is taken already.",
  MIN_LENGTH: ({ minLength }) => atLeast(minLength, "character"),
  MAX_LENGTH: ({ maxLength }) => `At most ${maxLength} characters.`,
  LENGTH_BASED: (params) => `Between ${params["min-password-length"]} and ${params["max-password-length"]} characters.`,
  AT_LEAST_X_CAPITAL_LETTERS: ({ numCaps }) => atLeast(numCaps, "capital letter"),
  AT_LEAST_X_NUMBERS: ({ numNums }) => atLeast(numNums, "number"),
  CHARACTER_SET: () => "More kinds of characters are needed.",
  CANNOT_CONTAIN_OTHERS: ({ disallowedFields }) => `It must not contain: ${disallowedFields}.`,
  VALID_EMAIL_ADDRESS_FORMAT: () => "This is no e-mail address.",
  VALID_PHONE_FORMAT: () => "This is no telephone number.",
  VALID_NAME_FORMAT: () => "This is no name.",
  VALID_DATE: () => "This is no date.",
  MATCH_REGEXP: ({ regexp }) => `It must match ${regexp}.`,
};

function atLeast(count: unknown, what: string): string {
  return `At least ${count} ${what}${count === 1 ? "" : "s"}.`;
}
