import { getOwn, isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { World } from "./world.js";
import type { KbaOptions } from "./world-options.js";

/** The settings of security questions: the world's, over those of a new tenant. */
export function kbaOf(world: World): Required<KbaOptions> {
  return { ...byDefault, ...world.options.kba };
}

const byDefault: Required<KbaOptions> = {
  questions: { "1": { en: "What's your favorite color?" }, "2": { en: "Who was your first employer?" } },
  minimumAnswersToDefine: 1,
  minimumAnswersToVerify: 1,
  maximumAttempts: 3,
};

/** The predefined questions by id, in the language of the request. */
export function securityQuestions(world: World): ReadonlyMap<string, string> {
  const questions = Object.entries(kbaOf(world).questions);
  return new Map(questions.map(([id, texts]) => [id, world.localise(new Map(Object.entries(texts))) ?? id]));
}

/** The normal form in which answers are compared: without case and surrounding blanks. */
export function normalAnswer(answer: string): string {
  return answer.trim().toLowerCase();
}

/** The stored form of an answer: a salt, and the hash of salt and answer. */
export async function hashAnswer(world: World, answer: string): Promise<JsonValue> {
  const salt = toHex(world.random.bytes(16));
  return {
    $crypto: { type: "salted-hash", value: { algorithm: "SHA-256", data: `${salt}${await digest(salt, answer)}` } },
  };
}

/** Whether an answer matches the stored one; a world may also give stored answers as plain text. */
export async function isAnswer(stored: JsonValue | undefined, answer: string): Promise<boolean> {
  if (typeof stored === "string") return normalAnswer(stored) === normalAnswer(answer);
  const data = member(member(member(stored, "$crypto"), "value"), "data");
  if (typeof data !== "string") return false;
  const salt = data.slice(0, 32);
  return data.slice(32) === (await digest(salt, answer));
}

async function digest(salt: string, answer: string): Promise<string> {
  const bytes = new TextEncoder().encode(salt + normalAnswer(answer));
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) ? getOwn(value, name) : undefined;
}
