import type { Ajv, ValidateFunction } from "ajv";
import type addFormats from "ajv-formats";
import { getOwn, type Json, type JsonObject } from "../text/json.js";
import { BoundedPatterns } from "./bounded-pattern.js";
import { type Misfit, misfitsOf } from "./misfits.js";
import { laterDraft } from "./modern-schema.js";
import type { ReportProblem } from "./report-problem.js";
import { tellMisfit } from "./tell-misfit.js";

/** What is wrong with a value, and how to say it. */
export interface ToldMisfit extends Misfit {
  /** Continues a sentence about the value at `error.instancePath`. */
  readonly problem: string;
}

/** A foreign JSON Schema that values are checked against. */
export interface SchemaChecker {
  check(value: Json): readonly ToldMisfit[];
}

/**
 * Compiles a schema that `modernSchema` has made. What is wrong with it is reported; `undefined` where nothing can be checked
 * against it. Nothing is loaded that it refers to, and matching its patterns takes a limited time.
 */
export function compileSchema(schema: JsonObject, report: ReportProblem): SchemaChecker | undefined {
  const { ajv, patterns } = compilerFor(getOwn(schema, "$schema") === laterDraft ? "later" : "earlier");
  try {
    if (ajv.validateSchema(schema) !== true) {
      for (const misfit of misfitsOf(ajv.errors ?? [])) report(misfit.error.instancePath, tellMisfit(misfit));
      return undefined;
    }
    const validate = ajv.compile(schema);
    return { check: (value) => check(validate, value, patterns) };
  } catch (error) {
    report("", `cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function check(validate: ValidateFunction, value: Json, patterns: BoundedPatterns): readonly ToldMisfit[] {
  try {
    if (validate(value)) return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = "cannot be checked: the schema refers to itself without end";
    return [{ error: { instancePath: "", keyword: "$ref", params: {} }, alternatives: [], problem }];
  }
  return misfitsOf(validate.errors ?? []).map((misfit) => ({ ...misfit, problem: tell(misfit, patterns) }));
}

function tell(misfit: Misfit, patterns: BoundedPatterns): string {
  const { keyword, params } = misfit.error;
  if (keyword !== "pattern" || !patterns.isSlow(String(params.pattern))) return tellMisfit(misfit);
  return `cannot be checked against the pattern ${params.pattern}, which takes too long`;
}

interface Compiler {
  readonly ajv: Ajv;
  readonly patterns: BoundedPatterns;
}

const compilers = new Map<"earlier" | "later", Compiler>();

/**
 * ajv is loaded here alone, when the first foreign schema comes: most projects have none, and it takes longer than all else
 * that a command does at its start. The schemas keep no names, so one compiler can take all of them.
 */
function compilerFor(drafts: "earlier" | "later"): Compiler {
  const known = compilers.get(drafts);
  if (known) return known;
  const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);
  const patterns = new BoundedPatterns();
  const { default: AjvOfDraft } = require(drafts === "later" ? "ajv/dist/2020" : "ajv") as {
    readonly default: typeof Ajv;
  };
  const ajv = new AjvOfDraft({
    allErrors: true,
    verbose: true,
    messages: false,
    // The platform adds words of its own to schemas.
    strict: false,
    logger: false,
    ownProperties: true,
    // Done before, where errors have places.
    validateSchema: false,
    addUsedSchema: false,
    code: { regExp: patterns.compile },
  });
  (require("ajv-formats") as { readonly default: typeof addFormats.default }).default(ajv);
  const compiler = { ajv, patterns };
  compilers.set(drafts, compiler);
  return compiler;
}
