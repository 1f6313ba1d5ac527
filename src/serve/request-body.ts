import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { isDeeperThan } from "../text/json-depth.js";
import { parseJsonText } from "../text/parse-json-text.js";
import { Refusal } from "./refusal.js";

/** The greatest body that is read, in bytes; a step with pictures of a device profile has some kilobytes. */
const mostBytes = 1_000_000;
/** The deepest nesting that is taken; a step has four levels. */
const mostLevels = 100;

/** The object that a request sends, and its length. `undefined` for an empty body; an empty object counts as given. */
export async function readJsonBody(
  request: Request,
): Promise<{ readonly value: JsonObject | undefined; readonly length: number }> {
  const text = await readTextBody(request);
  if (text.trim() === "") return { value: undefined, length: 0 };
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/(.*\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, `The body must be JSON, but its type is ${type}`);
  }
  const value = parse(text);
  if (!isJsonObject(value)) throw new Refusal(400, "The body must be a JSON object");
  if (isDeeperThan(value, mostLevels)) throw new Refusal(400, `The body is nested more than ${mostLevels} levels deep`);
  return { value, length: text.length };
}

/** Reads a body as text, up to the greatest length. */
export async function readTextBody(request: Request): Promise<string> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > mostBytes) throw tooLong();
  try {
    return announced === null ? await readStream(request) : await request.text();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, "The body ended before it was complete");
  }
}

async function readStream({ body }: Request): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let length = 0;
  let text = "";
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLong();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLong(): Refusal {
  return new Refusal(413, `The body has more than ${mostBytes} bytes`);
}

function parse(text: string): Json {
  try {
    return parseJsonText(text);
  } catch {
    throw new Refusal(400, "The body is not valid JSON");
  }
}
