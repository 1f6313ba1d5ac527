import { scenarioCodes } from "../diagnostics/codes/scenario.js";
import { syntaxCodes } from "../diagnostics/codes/syntax.js";
import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import { lostHeader } from "../syntax/repair/balance-brackets.js";
import { lostParams } from "../syntax/repair/mark-grouped-params.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/** What is said of a name that nothing has: after a broken declaration it is mostly the name which that was to declare. */
const aboutNames: ReadonlySet<Code> = new Set<Code>([
  "unresolved-target",
  "unknown-node",
  "unknown-script",
  "unknown-param",
  "unknown-journey",
  "unknown-inner-journey",
]);

/** The findings that a name which is taken, or means something else, leads to. */
const aboutNodes: ReadonlySet<Code> = new Set<Code>(["unresolved-target", "unknown-node", "unknown-inner-journey"]);

const takenName: ReadonlySet<Code> = new Set<Code>(["duplicate-name", "reserved-name"]);

/** What seems unused where an error keeps a journey from calling it, or a node from naming it. */
const notUsed: ReadonlySet<Code> = new Set<Code>([
  "unused-inner-journey",
  "unused-script",
  "unused-param",
  "unused-resource",
  "orphan-body",
]);

/** What is said of a text or of node state where a property is misspelt or has a wrong value. */
const aboutValues: ReadonlySet<Code> = new Set<Code>([
  "missing-locale",
  "missing-reference",
  "state-never-written",
  "state-not-on-every-path",
  "unknown-placeholder",
  "loose-limit",
  "useless-settings",
  "missing-property",
  "unset-script",
]);

/** What the binder says of a name that is one word. */
const inOneWord: ReadonlySet<Code> = new Set<Code>(["unknown-node-type", "unknown-property"]);

/** Of a longer line, the beginning is looked at. */
const longestLine = 2000;

/** A text of one line can have a million errors. */
const mostOnLine = 50;

/** What declares something, here or elsewhere. */
const declares =
  /^\s*(?:journey|node|page|script|params?|extern|resource|variable|locals|vars|variables|parameters|import|include|using|use|load|export|const|let|var)\b|\{\s*(?:\/\/.*)?$/;

/**
 * Leaves out what follows from something else that is reported: a reader looks for one cause, and what is said of its
 * consequences is mostly wrong advice. Every file that has an error keeps one, and when that is mended, the rest is found.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  possible: readonly Diagnostic[],
): readonly Diagnostic[] {
  const causes = new Map<SourceFile, Causes>();
  for (const diagnostic of possible) {
    if (diagnostic.place.pointer !== undefined || !isCause(diagnostic)) continue;
    const { source } = diagnostic.place;
    const known = causes.get(source);
    if (known) known.add(diagnostic);
    else causes.set(source, new Causes(diagnostic));
  }
  if (causes.size === 0) return diagnostics;
  const better = new Map<Diagnostic, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const unclear = causes.get(diagnostic.place.source)?.unclearAt(diagnostic);
    if (unclear !== undefined) better.set(unclear, { ...diagnostic, severity: "error" });
  }
  return diagnostics
    .filter((diagnostic) => causes.get(diagnostic.place.source)?.explains(diagnostic) !== true)
    .map((diagnostic) => better.get(diagnostic) ?? diagnostic);
}

/** Whether a finding on a text says what is wrong in it, so that others may follow from it. From a step of a scenario nothing follows. */
export function isCause({ code, severity, fixes }: Diagnostic): boolean {
  return !Object.hasOwn(scenarioCodes, code) && (severity === "error" || fixes.length > 0);
}

/** What explains other findings in one file. */
class Causes {
  readonly #brokenLines = new Set<number>();
  /** By their lines; of very many on one line, the first. */
  readonly #errors = new Map<number, Diagnostic[]>();
  /** Whether it is uncertain which names the file declares. */
  #namesAreLost = false;
  #nameIsTaken = false;
  #valueIsWrong = false;
  /** The texts of properties that the type does not have: no node is known to send, ask or show them. */
  readonly #unread = new Set<string>();

  constructor(first: Diagnostic) {
    this.add(first);
  }

  add(diagnostic: Diagnostic): void {
    const { code, place, severity, fixes } = diagnostic;
    const line = lineOf(diagnostic);
    if (code === "unknown-property")
      for (const [text] of place.source
        .lineText(line)
        .slice(0, longestLine)
        .matchAll(/"[^"]+"/g))
        this.#unread.add(text);
    if (severity !== "error") {
      this.#valueIsWrong = true;
      return;
    }
    const onLine = this.#errors.get(line);
    if (onLine === undefined) this.#errors.set(line, [diagnostic]);
    else if (onLine.length < mostOnLine) onLine.push(diagnostic);
    if (isSyntax(diagnostic)) {
      this.#brokenLines.add(line);
      // An invisible character in a name has a fix, but the name is another one until then.
      const isMended = fixes.length > 0 && code !== "unexpected-character";
      const isLost = diagnostic.help?.startsWith(lostHeader) === true;
      // A fix declares them; until then, nothing is known of them.
      if (diagnostic.help?.startsWith(lostParams)) this.#namesAreLost = true;
      if (!isMended && (isLost || declares.test(place.source.lineText(line)))) this.#namesAreLost = true;
    }
    if (takenName.has(code)) this.#nameIsTaken = true;
  }

  /**
   * The error at a name of which something else knows what is meant: a syntax error where the name of a type or a property has several words,
   * a word without quotes where a journey of another file is called so, and an amount with a unit where the property has one.
   */
  unclearAt(diagnostic: Diagnostic): Diagnostic | undefined {
    const { code, place, fixes } = diagnostic;
    if (code === "unknown-inner-journey" && (fixes.length > 0 || namesAnother(diagnostic)))
      return this.#errors
        .get(lineOf(diagnostic))
        ?.find((error) => isUnclearWord(error) && meet(error.place.range, place.range));
    if (code === "unknown-outcome" && fixes.length > 0) return this.#insideOf(place);
    if (code === "wrong-value-type")
      return this.#errors.get(lineOf(diagnostic))?.find((error) => isSyntax(error) && isSame(error.place, place));
    if (!inOneWord.has(code) || (fixes.length === 0 && !namesAnother(diagnostic))) return undefined;
    return this.#errors
      .get(place.source.positionAt(place.range.start).line)
      ?.find((error) => isSyntax(error) && error.fixes.length === 0 && error.place.range.start === place.range.start);
  }

  /** The syntax error between the words of a name that the binder knows as one, or at a mark for all outcomes. */
  #insideOf({ source, range: { start, end } }: Place): Diagnostic | undefined {
    const onLine = this.#errors.get(source.positionAt(start).line) ?? [];
    return onLine.find(({ code, fixes, place: { range } }) => {
      if (!Object.hasOwn(syntaxCodes, code)) return false;
      const isWhole =
        code === "unexpected-character" && range.start === start && range.end === end && fixes.length === 0;
      return isWhole || (start < range.start && range.end < end);
    });
  }

  explains(diagnostic: Diagnostic): boolean {
    const { code, place, severity } = diagnostic;
    if (place.pointer !== undefined) return false;
    if (this.#namesAreLost && aboutNames.has(code)) return true;
    if (this.#nameIsTaken && aboutNodes.has(code) && !namesAnother(diagnostic)) return true;
    if (this.#errors.size > 0 && notUsed.has(code)) return true;
    if ((this.#valueIsWrong || this.#errors.size > 0) && severity !== "error" && aboutValues.has(code)) return true;
    if (Object.hasOwn(scenarioCodes, code) && this.#unread.has(place.source.slice(place.range))) return true;
    if (isSyntax(diagnostic)) return false;
    if (this.#brokenLines.has(lineOf(diagnostic))) return true;
    if (severity === "error") return false;
    const onLine = this.#errors.get(lineOf(diagnostic)) ?? [];
    return onLine.some(({ place: { range } }) => meet(range, place.range));
  }
}

/** Whether the name that is meant is known. */
function namesAnother({ help }: Diagnostic): boolean {
  return help?.startsWith("Did you mean") === true;
}

function isUnclearWord({ code, fixes }: Diagnostic): boolean {
  return code === "misplaced-word" && fixes.length === 0;
}

function isSyntax({ code }: Diagnostic): boolean {
  return Object.hasOwn(syntaxCodes, code);
}

function lineOf({ place: { source, range } }: Diagnostic): number {
  return source.positionAt(range.start).line;
}

function isSame({ range: left }: Place, { range: right }: Place): boolean {
  return left.start === right.start && left.end === right.end;
}

function meet(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}
