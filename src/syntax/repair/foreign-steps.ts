import type { Range } from "../../text/range.js";
import { type ForeignStep, foreignStepForms } from "./foreign-step-forms.js";

/** A step of another language with its place, from its first word to its end. */
export interface PlacedForeignStep extends ForeignStep {
  readonly range: Range;
}

/** In characters: a longer line is no step that somebody wrote by hand. */
const longestLine = 400;
/** In characters, back to the header of the scenario. */
const farthestHeader = 20_000;

/** The step of another language on the line of an offset; `undefined` where there is none. */
export function foreignStepAt(text: string, offset: number): PlacedForeignStep | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - lineStart > longestLine) return undefined;
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(lineStart, lineStart + longestLine + 1)) ?? [];
  if (line.length > longestLine) return undefined;
  const [code = ""] = /^(?:[^"'/]|"(?:[^"\\]|\\.)*"|'[^']*'|\/(?!\/))*/.exec(line) ?? [];
  const [indent = ""] = /^[ \t]*/.exec(code) ?? [];
  const written = code.trim();
  if (!/^(?:expect|given|submit|stub|assert|verify|then|mock|when)\b/.test(written)) return undefined;
  const found = readForeignStep(written);
  if (found === undefined || !isInScenario(text, lineStart)) return undefined;
  const start = lineStart + indent.length;
  return { ...found, range: { start, end: start + written.length } };
}

/** `undefined` where nothing is foreign in the step. */
function readForeignStep(written: string): ForeignStep | undefined {
  const step = inOneSpelling(written);
  for (const [pattern, write] of foreignStepForms) {
    const parts = pattern.exec(step)?.slice(1);
    if (parts === undefined || !parts.every(isWhole)) continue;
    const result = write(...parts.map((part) => part ?? ""));
    if (typeof result !== "string") return result;
    return withoutBlanks(result) === withoutBlanks(written) ? undefined : { right: result };
  }
  return undefined;
}

/** With the words of this language, and without the calls of JavaScript. */
function inOneSpelling(step: string): string {
  return step
    .replace(/'([^'"\\]*)'/g, '"$1"')
    .replace(/\s*;$/, "")
    .replace(/^(?:assert|verify|then)\b/, "expect")
    .replace(/^mock\b/, "stub")
    .replace(/^(\w+)\s*\(([^()]*)\)\s*\.(?:to|is|should|equal|eq)\w*\(([^()]*)\)$/, "$1 $2 == $3")
    .replace(/^(\w+\s.*?)\.(?:to(?:Be|Equal|StrictEqual)|equals?)\(([^()]*)\)$/, "$1 == $2")
    .replace(/^(\w+)\s*\(([^()]*)\)$/, "$1 $2")
    .replace(/^(expect\s.*?\w)\(\)(?=\s*[=:])/, "$1")
    .replace(/^(expect user)\(("[^"]*")\)/, "$1 $2");
}

function withoutBlanks(step: string): string {
  return step.replaceAll(/\s+/g, "");
}

/** Whether an object or a list ends where the part does, and not before: `{ a: 1 } expect x { b: 2 }` is two. */
function isWhole(part: string | undefined): boolean {
  const plain = part?.replace(/"(?:[^"\\]|\\.)*"/g, "").trim() ?? "";
  if (!/^[{[]/.test(plain)) return true;
  let depth = 0;
  for (const [at, character] of [...plain].entries()) {
    if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return at === [...plain].length - 1;
  }
  return false;
}

function isInScenario(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - farthestHeader), offset);
  const headers = before.match(/^(?:journey|scenario|script|extern)\b/gm);
  return headers?.at(-1) === "scenario";
}
