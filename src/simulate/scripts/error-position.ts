import type { SourcePosition } from "../../runtime/action.js";
import { SourceFile } from "../../text/source-file.js";
import type { RunnableScript } from "./runnable-script.js";

const placeInStack = /script-(\d+):(\d+):(\d+)/;

interface ScriptFile {
  readonly title: string;
  readonly body: string;
  readonly runs: RunnableScript & { readonly kind: "runs" };
  /** Number of characters before the script's text on its first line. */
  readonly before: number;
}

/** A script whose statements note that they ran. */
interface MarkedScript {
  readonly title: string;
  readonly body: string;
  readonly statements: readonly number[];
  readonly firstMark: number;
}

/**
 * Gives each script of a run a plain file name and finds the script by that name again. A script's title may contain
 * any character, and a stack trace is only text.
 */
export class ScriptFiles {
  readonly #files: ScriptFile[] = [];
  readonly #marked: MarkedScript[] = [];
  /** The number of the next mark; `undefined` where no statements are marked. */
  #nextMark: number | undefined;

  constructor(hasMarks: boolean) {
    this.#nextMark = hasMarks ? 0 : undefined;
  }

  get nextMark(): number | undefined {
    return this.#nextMark;
  }

  /** The scripts of the run with their marks. */
  get marked(): readonly MarkedScript[] {
    return this.#marked;
  }

  /** The file name that stack traces show for this script. */
  add(title: string, body: string, runs: RunnableScript & { readonly kind: "runs" }, before = 0): string {
    this.#files.push({ title, body, runs, before });
    if (this.#nextMark !== undefined) {
      this.#marked.push({ title, body, statements: runs.statements, firstMark: this.#nextMark });
      this.#nextMark += runs.statements.length;
    }
    return `script-${this.#files.length - 1}`;
  }

  /** The innermost place of a stack trace that is inside a script and not in the prelude. */
  positionIn(stack: string): SourcePosition | undefined {
    const [, index, lineText, columnText] = placeInStack.exec(stack) ?? [];
    const file = this.#files[Number(index)];
    if (!file) return undefined;
    const { title, body, runs, before } = file;
    const [line, column] = [Number(lineText), Number(columnText)];
    const inLine = Math.max(line === 1 ? column - before : column, 1);
    const offset = runs.originalOffset(offsetOf(runs.code, line, inLine));
    return { script: title, ...new SourceFile(title, body).positionAt(offset) };
  }
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) start = text.indexOf("\n", start) + 1;
  const end = text.indexOf("\n", start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}
