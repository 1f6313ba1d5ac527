import type { Model, Script } from "../../model/model.js";
import { generationOf, isLibrary, javaScripts } from "../../model/script-place.js";
import type { RanStatements } from "../../simulate/scripts/create-script-host.js";
import { runnableScript } from "../../simulate/scripts/runnable-script.js";
import { sourceOfScript } from "../script-source.js";
import type { Share } from "./coverage.js";

/** A line of a script on which statements begin. */
export interface LineCoverage {
  readonly line: number;
  /** How many statements begin there. */
  readonly statements: number;
  /** How many of them some scenario has run. */
  readonly ran: number;
}

/** The coverage of one script. */
export interface ScriptCoverage {
  readonly script: Script;
  readonly lines: readonly LineCoverage[];
}

/** Counts the statements of scripts that have run. */
export class LineCounter implements RanStatements {
  /** The offsets of statements that ran, by title and body of the script. */
  readonly #ran = new Map<string, Set<number>>();

  add(script: { readonly title: string; readonly body: string }, statements: readonly number[], ran: Uint8Array): void {
    const key = keyOf(script);
    const known = this.#ran.get(key) ?? new Set<number>();
    this.#ran.set(key, known);
    for (const [index, offset] of statements.entries()) if (ran[index] === 1) known.add(offset);
  }

  /** The coverage of a script by what was added; `undefined` where the script is not one that can be run. */
  coverageOf(script: Script): ScriptCoverage | undefined {
    const read = runnableScript({
      title: script.title,
      body: script.body,
      isLibrary: isLibrary(script),
      hasJava: !isLibrary(script) && script.properties.get("evaluatorVersion")?.value !== "2.0",
      firstMark: 0,
    });
    if (read.kind !== "runs") return undefined;
    const ran = this.#ran.get(keyOf(script)) ?? new Set<number>();
    const source = sourceOfScript(script);
    const lines = new Map<number, { statements: number; ran: number }>();
    for (const offset of read.statements) {
      const { line } = source.positionAt(offset);
      const counts = lines.get(line) ?? { statements: 0, ran: 0 };
      lines.set(line, counts);
      counts.statements++;
      if (ran.has(offset)) counts.ran++;
    }
    const inOrder = [...lines].sort(([left], [right]) => left - right);
    return { script, lines: inOrder.map(([line, counts]) => ({ line, ...counts })) };
  }

  /** The coverage of all scripts that journeys or scenarios run, each once. */
  coverageOfAll(model: Model): readonly ScriptCoverage[] {
    const tested = model.scenarios.flatMap(({ script }) => (script ? [script.script, ...script.libraries] : []));
    const all = new Map([...javaScripts(model).filter(canRun), ...tested].map((script) => [keyOf(script), script]));
    return [...all.values()].flatMap((script) => this.coverageOf(script) ?? []);
  }
}

/** Whether journeys run scripts of this context here. */
function canRun(script: Script): boolean {
  return generationOf(script) !== undefined || script.properties.get("context")?.value === "CONFIG_PROVIDER_NODE";
}

function keyOf({ title, body }: { readonly title: string; readonly body: string }): string {
  return JSON.stringify([title, body]);
}

/** The share of lines of which a statement has run. */
export function lineShare({ lines }: ScriptCoverage): Share {
  return { covered: lines.filter(({ ran }) => ran > 0).length, total: lines.length };
}
