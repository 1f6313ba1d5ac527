import { type Json, setOwn } from "./json.js";
import { type JsonEvents, scanJson } from "./json-scanner.js";

/**
 * `JSON.parse` with the right names in every engine. V8 of Node 24 to 26 takes a name with an escape for the one that an
 * object read before has in its place, where that begins like the text of the new one: after `{"\\": 0}` it reads
 * `{"\n": 0}` as `{"\\": 0}`. There, texts with such names are put together value by value.
 * @throws SyntaxError as `JSON.parse` does.
 */
export function parseJsonText(text: string): Json {
  if (!engineConfusesNames() || !text.includes("\\") || !hasEscapedName(text)) return JSON.parse(text) as Json;
  const builder = new ValueBuilder(text);
  // For what is no JSON, the engine has the error.
  return scanJson(text, builder) === undefined ? builder.value : (JSON.parse(text) as Json);
}

/** The value that a text holds as JSON, or nothing where it is no JSON. */
export function jsonInText(text: string): Json | undefined {
  try {
    return parseJsonText(text);
  } catch {
    return undefined;
  }
}

let confusesNames: boolean | undefined;

function engineConfusesNames(): boolean {
  if (confusesNames === undefined) {
    JSON.parse('{"journeyc":0,"\\\\":0}');
    confusesNames = !Object.hasOwn(JSON.parse('{"journeyc":0,"\\n":0}') as object, "\n");
  }
  return confusesNames;
}

function hasEscapedName(text: string): boolean {
  let found = false;
  scanJson(text, {
    key: (start, end) => {
      found ||= text.slice(start, end).includes("\\");
    },
  });
  return found;
}

/** Makes a value from what the scanner meets; the engine reads names and plain values, each for itself. */
class ValueBuilder implements JsonEvents {
  value: Json = null;
  readonly #text: string;
  readonly #open: (Json[] | Record<string, Json>)[] = [];
  #name = "";
  /** Where the plain value begins that is being read. */
  #plain: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  key(start: number, end: number): void {
    this.#name = JSON.parse(this.#text.slice(start, end)) as string;
  }

  begin(start: number, kind: "object" | "list" | "plain"): void {
    if (kind === "plain") {
      this.#plain = start;
      return;
    }
    const container = kind === "list" ? [] : {};
    this.#put(container);
    this.#open.push(container);
  }

  end(end: number): void {
    if (this.#plain === undefined) {
      this.#open.pop();
      return;
    }
    this.#put(JSON.parse(this.#text.slice(this.#plain, end)) as Json);
    this.#plain = undefined;
  }

  #put(value: Json): void {
    const container = this.#open.at(-1);
    if (container === undefined) this.value = value;
    else if (Array.isArray(container)) container.push(value);
    else setOwn(container, this.#name, value);
  }
}
