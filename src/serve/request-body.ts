import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { isDeeperThan } from "../text/json-depth.js";
import { parseJsonText } from "../text/parse-json-text.js";
import type { Exchange } from "./exchange.js";
import { Refusal } from "./refusal.js";

/** The deepest nesting that is taken; a step has four levels. */
const mostLevels = 100;

/** The object that a request sends, and its length. `undefined` for an empty body; an empty object counts as given. */
export async function readJsonBody(
  exchange: Exchange,
): Promise<{ readonly value: JsonObject | undefined; readonly length: number }> {
  const text = await exchange.readText();
  if (text.trim() === "") return { value: undefined, length: 0 };
  const type = exchange.request.headers.get("content-type");
  if (type !== null && !/^application\/(.*\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, `The body must be JSON, but its type is ${type}`);
  }
  const value = parse(text);
  if (!isJsonObject(value)) throw new Refusal(400, "The body must be a JSON object");
  if (isDeeperThan(value, mostLevels)) throw new Refusal(400, `The body is nested more than ${mostLevels} levels deep`);
  return { value, length: text.length };
}

function parse(text: string): Json {
  try {
    return parseJsonText(text);
  } catch {
    throw new Refusal(400, "The body is not valid JSON");
  }
}
