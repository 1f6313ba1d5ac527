import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ScriptGeneration } from "../../../src/rhino/bindings.js";
import { runnableScript } from "../../../src/simulate/scripts/runnable-script.js";
import { runLegacy, runNext } from "../../simulate/scripts/script-fixture.js";
import { inRhino } from "./in-rhino.js";

/** A script and one world in which it runs. */
export interface TracedScript {
  readonly name: string;
  readonly body: string;
  readonly generation: ScriptGeneration;
  /** What the stub bindings give it. */
  readonly input: object;
}

/** What a run has done: each effect in order, and how it has ended. */
export interface Trace {
  /** Whether the engine compiles the script. */
  readonly parses: boolean;
  readonly effects: readonly string[];
  /** The class of the error that ends it, or what is thrown; `undefined` where it comes to its end. */
  readonly error: string | undefined;
}

const fixtures = join(import.meta.dirname, "..", "..", "rhino", "fixtures");
const bindings = readFileSync(join(fixtures, "stub-bindings.js"), "utf8");
const end = "tellTheEnd();";

/** Rhino has no logger, and Java in each scope. */
const rhinoLogger = `var traced = [], logger = {};
logger.message = logger.debug = function (text) { traced.push(String(text)); };`;
const withoutJava = "Packages JavaImporter JavaAdapter importClass importPackage java javax org com edu net getClass"
  .split(" ")
  .map((name) => `delete this.${name};`)
  .join(" ");

export function tracesInRhino(scripts: readonly TracedScript[]): readonly Trace[] {
  const rows = scripts.map((script) => {
    const java = script.generation === "legacy" ? "" : withoutJava;
    return [rhinoLogger + java, inputOf(script), bindings, `${script.body}\n${end} JSON.stringify(traced)`];
  });
  return inRhino(rows).map(({ parses, value, error }) => ({
    parses,
    effects: JSON.parse(value ?? "[]") as string[],
    error: error === null ? undefined : errorKind(error),
  }));
}

export async function traceInSandbox(script: TracedScript): Promise<Trace> {
  const { body, generation } = script;
  const parses = runnableScript({ title: "", body, hasJava: generation === "legacy" }).kind === "runs";
  const run = generation === "legacy" ? runLegacy : runNext;
  const { result, world } = await run([inputOf(script), bindings, body, end].join("\n"));
  const effects = world.log.map(({ text }) => text).filter((text) => text.startsWith("> "));
  if (result.kind === "unsupported") return { parses, effects, error: result.reason };
  return { parses, effects, error: result.kind === "error" ? errorKind(result.message) : undefined };
}

function inputOf({ input, generation }: TracedScript): string {
  return `var input = ${JSON.stringify({ ...input, generation })};`;
}

/** The class of an error, or all that was thrown otherwise. The engines have their own words for what went wrong. */
function errorKind(message: string): string {
  const plain = message.replace(/^(?:Wrapped |JavaException: |Error: )/, "");
  return /^([\w.]*(?:Error|Exception))\b/.exec(plain)?.[1] ?? plain;
}
