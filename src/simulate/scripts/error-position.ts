import type { SourcePosition } from "../../runtime/action.js";

const placeInStack = /script-(\d+):(\d+):(\d+)/;

interface ScriptFile {
  readonly title: string;
  /** Number of characters before the script's text on its first line. */
  readonly before: number;
}

/**
 * Gives each script of a run a plain file name and finds the script by that name again. A script's title may contain
 * any character, and a stack trace is only text.
 */
export class ScriptFiles {
  readonly #files: ScriptFile[] = [];

  /** The file name that stack traces show for the script with this title. */
  add(title: string, before = 0): string {
    this.#files.push({ title, before });
    return `script-${this.#files.length - 1}`;
  }

  /** The innermost place of a stack trace that is inside a script and not in the prelude. */
  positionIn(stack: string): SourcePosition | undefined {
    const [, index, lineText, columnText] = placeInStack.exec(stack) ?? [];
    const file = this.#files[Number(index)];
    if (!file) return undefined;
    const [line, column] = [Number(lineText), Number(columnText)];
    return { script: file.title, line, column: line === 1 ? Math.max(column - file.before, 1) : column };
  }
}
