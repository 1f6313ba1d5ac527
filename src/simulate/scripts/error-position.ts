import type { SourcePosition } from "../../runtime/action.js";

const placeInStack = /script-(\d+):(\d+):(\d+)/;

interface ScriptFile {
  readonly title: string;
  /** Characters that stand before the script on its first line. */
  readonly before: number;
}

/**
 * Names for the files of one run, and the way back from them: a script's title may hold anything, and a stack trace is
 * text.
 */
export class ScriptFiles {
  readonly #files: ScriptFile[] = [];

  /** The name that stack traces give to the script of this title. */
  add(title: string, before = 0): string {
    this.#files.push({ title, before });
    return `script-${this.#files.length - 1}`;
  }

  /** Where in a script, not in the prelude, an error came from; the innermost such place. */
  positionIn(stack: string): SourcePosition | undefined {
    const [, index, lineText, columnText] = placeInStack.exec(stack) ?? [];
    const file = this.#files[Number(index)];
    if (!file) return undefined;
    const [line, column] = [Number(lineText), Number(columnText)];
    return { script: file.title, line, column: line === 1 ? Math.max(column - file.before, 1) : column };
  }
}
