import { isJsonObject } from "../../text/json.js";

type Params = { readonly [key: string]: unknown };

/** What each requirement of the platform's policy service says to a user. */
const sentences: Readonly<Record<string, (params: Params) => string>> = {
  REQUIRED: () => "A value is needed",
  MIN_LENGTH: ({ minLength }) => `At least ${counted(minLength, "character")}`,
  MAX_LENGTH: ({ maxLength }) => `At most ${counted(maxLength, "character")}`,
  AT_LEAST_X_CAPITAL_LETTERS: ({ numCaps }) => `At least ${counted(numCaps, "capital letter")}`,
  AT_LEAST_X_NUMBERS: ({ numNums }) => `At least ${counted(numNums, "digit")}`,
  CANNOT_CONTAIN_CHARACTERS: ({ forbiddenChars }) => `Without these characters: ${listed(forbiddenChars)}`,
  CANNOT_CONTAIN_DUPLICATES: ({ minLength }) => `Not the same ${String(minLength ?? 2)} characters in a row`,
  CANNOT_CONTAIN_OTHERS: ({ disallowedFields }) => `Must not contain the value of: ${listed(disallowedFields)}`,
  VALID_EMAIL_ADDRESS_FORMAT: () => "An e-mail address, please",
  VALID_PHONE_FORMAT: () => "A phone number, please",
  VALID_NAME_FORMAT: () => "A name without special characters, please",
  VALID_USERNAME: () => "A user name, please",
  VALID_NUMBER: () => "A number, please",
  MINIMUM_NUMBER_VALUE: ({ minimum }) => `At least ${String(minimum)}`,
  MAXIMUM_NUMBER_VALUE: ({ maximum }) => `At most ${String(maximum)}`,
  VALID_DATE: () => "A date, please",
  VALID_TYPE: ({ types }) => `A value of another type is needed: ${listed(types)}`,
  UNIQUE: () => "Somebody has this value already",
};

/** A failed policy as a sentence for the user; one that is not known as it stands in the callback. */
export function policyText(policy: unknown): string {
  const read = typeof policy === "string" ? parsed(policy) : policy;
  if (!isJsonObject(read)) return String(policy);
  const { policyRequirement, params } = read;
  const name = String(policyRequirement);
  const sentence = Object.hasOwn(sentences, name) ? sentences[name] : undefined;
  if (sentence !== undefined) return sentence(isJsonObject(params) ? params : {});
  return `${name}${isJsonObject(params) ? ` ${JSON.stringify(params)}` : ""}`;
}

function counted(count: unknown, what: string): string {
  return `${String(count)} ${what}${Number(count) === 1 ? "" : "s"}`;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
