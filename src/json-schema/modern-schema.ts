import { getOwn, isJsonObject, type Json, setOwn } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { compilePattern } from "./bounded-pattern.js";
import { withTodaysKeywords } from "./old-keywords.js";
import { referenceTarget } from "./reference-target.js";
import type { ReportProblem } from "./report-problem.js";

/** Keywords that hold a schema, a list of schemas, and schemas by name. Some hold one or the other. */
const singles: ReadonlySet<string> = new Set([
  ...["additionalItems", "additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  ...["unevaluatedItems", "unevaluatedProperties"],
]);
const lists: ReadonlySet<string> = new Set(["allOf", "anyOf", "items", "oneOf", "prefixItems"]);
const maps: ReadonlySet<string> = new Set([
  ...["$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties"],
]);
/** They say what the schema is called and how it is to be run, which is ours to decide. */
const dropped: ReadonlySet<string> = new Set(["$async", "$id", "$schema", "$vocabulary", "id"]);

/** The draft that a modern schema names as its own, if it was written for this draft or the one before. */
export const laterDraft = "https://json-schema.org/draft/2020-12/schema";

/** More than any schema has that a person or a platform has written. */
const deepest = 100;

/**
 * A foreign schema as today's JSON Schema that can be compiled: old keywords are put into today's words, and references to
 * elsewhere and patterns that are none are reported and left out. Anything else stays as it is.
 */
export function modernSchema(schema: Json, report: ReportProblem): Json {
  const modern = new Modernisation(schema, report).schemaAt(schema, { pointer: "", depth: 0 });
  const draft = isJsonObject(schema) ? getOwn(schema, "$schema") : undefined;
  const isLater = typeof draft === "string" && /2019-09|2020-12/.test(draft);
  return isLater && isJsonObject(modern) ? { $schema: laterDraft, ...modern } : modern;
}

interface At {
  readonly pointer: string;
  readonly depth: number;
}

class Modernisation {
  readonly #root: Json;
  readonly #report: ReportProblem;

  constructor(root: Json, report: ReportProblem) {
    this.#root = root;
    this.#report = report;
  }

  schemaAt(schema: Json, at: At): Json {
    // `true` and `false` are schemas; what is none is left to the schema of schemas.
    if (!isJsonObject(schema)) return schema;
    if (at.depth > deepest) {
      this.#report(at.pointer, "is nested too deeply");
      return {};
    }
    const made = {};
    for (const [keyword, value] of withTodaysKeywords(schema)) {
      if (dropped.has(keyword)) continue;
      const modern = this.#valueOf(keyword, value, inside(at, keyword));
      if (modern !== undefined) setOwn(made, keyword, modern);
    }
    return made;
  }

  #valueOf(keyword: string, value: Json, at: At): Json | undefined {
    if (maps.has(keyword) && isJsonObject(value)) {
      const made = {};
      for (const [name, schema] of Object.entries(value)) {
        const place = inside(at, name);
        if (keyword === "patternProperties" && !this.#isPattern(name, place)) continue;
        setOwn(made, name, this.schemaAt(schema, place));
      }
      return made;
    }
    if (lists.has(keyword) && Array.isArray(value)) {
      return value.map((schema: Json, index) => this.schemaAt(schema, inside(at, index)));
    }
    if (singles.has(keyword)) return this.schemaAt(value, at);
    if (keyword === "$ref" && typeof value === "string") return this.#reference(value, at);
    if (keyword === "pattern" && typeof value === "string") return this.#isPattern(value, at) ? value : undefined;
    return value;
  }

  /** Nothing is loaded from elsewhere. */
  #reference(written: string, { pointer }: At): Json | undefined {
    const id = isJsonObject(this.#root) ? getOwn(this.#root, "$id") : undefined;
    const reference = typeof id === "string" && written.startsWith(`${id}#`) ? written.slice(id.length) : written;
    if (!reference.startsWith("#")) {
      this.#report(pointer, `refers to "${written}": only what stands in the schema itself can be used`);
      return undefined;
    }
    if (reference.startsWith("#/") && referenceTarget(this.#root, reference) === undefined) {
      this.#report(pointer, `refers to "${written}", which is not there`);
      return undefined;
    }
    return reference;
  }

  #isPattern(pattern: string, { pointer }: At): boolean {
    try {
      compilePattern(pattern);
      return true;
    } catch (error) {
      const [reason = ""] = /[^:]+$/.exec(error instanceof Error ? error.message : "") ?? [];
      this.#report(pointer, `is no regular expression of JavaScript:${reason}`);
      return false;
    }
  }
}

function inside({ pointer, depth }: At, step: string | number): At {
  return { pointer: childPointer(pointer, step), depth: depth + 1 };
}
