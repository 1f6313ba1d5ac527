import { syntaxCodes } from "../diagnostics/codes/syntax.js";
import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic, Fix, ParameterInText, Place, TextEdit } from "../diagnostics/diagnostic.js";
import { realmParameter } from "../syntax/reserved-names.js";
import type { SourceFile } from "../text/source-file.js";

/**
 * Lets the parameters of a text stand where a finding tells how to write it: rules see a text with the values, and who writes `${host}`
 * means the value of another environment as well. A fix that would lose a parameter is not offered.
 */
export function keepingParameters(diagnostic: Diagnostic): Diagnostic {
  const { place, fixes, help } = diagnostic;
  const parameters = place.parameters ?? [];
  if (parameters.length === 0 && fixes.length === 0) return diagnostic;
  if (Object.hasOwn(syntaxCodes, diagnostic.code) || place.pointer !== undefined) return diagnostic;
  const kept = fixes.map((fix) => keptIn(fix, place, parameters));
  if (parameters.length === 0 && kept.every((fix, index) => fix === fixes[index])) return diagnostic;
  const written = help === undefined ? undefined : helpWithParameters(help, parameters);
  const sound = kept.filter((fix) => fix !== undefined);
  const isLost = fixes.length > 0 && sound.length === 0 && written === help;
  const told = isLost && parameters.length > 0 ? helpOnParameters(parameters) : written;
  return { ...diagnostic, ...(told === undefined ? {} : { help: told }), fixes: sound };
}

/** What is said of a value, which means nothing where the value is not known. */
const aboutValues: ReadonlySet<Code> = new Set<Code>([
  "wrong-value",
  "wrong-value-type",
  "value-not-allowed",
  "malformed-address",
  "misspelt-attribute",
  "misspelt-esv",
  "misspelt-identity-resource",
  "missing-reference",
  "unencrypted-request",
  "insecure-redirect",
  "broken-query-filter",
  "broken-stage",
  "unknown-inner-journey",
]);

/** Whether a finding is about a text with a parameter that is not declared: that is told, and nothing else can be known of the text. */
export function isOfUnknownParameter({ code, place }: Diagnostic): boolean {
  if (!aboutValues.has(code) || place.pointer !== undefined) return false;
  return namesIn(place.source.slice(place.range)).some((name) => !isDeclared(name, place.source));
}

/** `undefined` where the fix would lose a parameter. */
function keptIn(fix: Fix, place: Place, parameters: readonly ParameterInText[]): Fix | undefined {
  const edits: TextEdit[] = [];
  let { title } = fix;
  for (const edit of fix.edits) {
    const lost = namesLost(edit, place);
    if (lost.length === 0) {
      edits.push(edit);
      continue;
    }
    const held = parameters.filter(({ range }) => edit.range.start <= range.start && range.end <= edit.range.end);
    const text = held.length === lost.length ? withParameters(edit.text, held) : undefined;
    if (text === undefined || text === place.source.slice(edit.range)) return undefined;
    title = titleWith(title, edit.text, text);
    edits.push({ ...edit, text });
  }
  return edits.every((edit, index) => edit === fix.edits[index]) ? fix : { ...fix, title, edits };
}

/** The parameters that an edit takes away, each as often as it does. What is removed as a whole takes them with it on purpose. */
function namesLost({ range, text }: TextEdit, { source }: Place): readonly string[] {
  if (text === "") return [];
  const left = namesIn(text);
  return namesIn(source.slice(range)).filter((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at === -1 && isDeclared(name, source);
  });
}

/** What only looks like a parameter may well go: `${OTP}` for `{{OTP}}`. */
function isDeclared(name: string, { text }: SourceFile): boolean {
  return name === realmParameter || new RegExp(`^[ \\t]*param[ \\t]+${name}\\b`, "m").test(text);
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<!\\)\$\{([A-Za-z_]\w*)\}/g)].map(([, name = ""]) => name);
}

/** The text with the parameters in place of their values; `undefined` where it is not clear which part of the text is a value. */
function withParameters(text: string, parameters: readonly ParameterInText[]): string | undefined {
  let written = "";
  let at = 0;
  for (const { name, value } of parameters) {
    const held = JSON.stringify(value).slice(1, -1);
    const found = held === "" ? -1 : text.indexOf(held, at);
    if (found === -1 || text.includes(held, found + 1)) return undefined;
    written += `${text.slice(at, found)}\${${name}}`;
    at = found + held.length;
  }
  return written + text.slice(at);
}

function titleWith(title: string, before: string, after: string): string {
  if (title.includes(before)) return title.replace(before, () => after);
  const [plain, right] = [before, after].map((text) => text.replace(/^"|"$/g, ""));
  return plain === undefined || right === undefined ? title : title.replace(plain, () => right);
}

/** The help with parameters in the texts that it tells to write. */
function helpWithParameters(help: string, parameters: readonly ParameterInText[]): string {
  return help.replace(/`[^`]+`|"[^"]+"/g, (quoted) => {
    const [only, second] = parameters;
    if (only !== undefined && second === undefined && quoted === `\`${only.value}\``) return `\`"\${${only.name}}"\``;
    return quoted.includes('"') ? (withParameters(quoted, parameters) ?? quoted) : quoted;
  });
}

function helpOnParameters(parameters: readonly ParameterInText[]): string {
  const names = [...new Set(parameters.map(({ name, value }) => `\`\${${name}}\` (now ${JSON.stringify(value)})`))];
  return `Correct what stands around ${names.join(" and ")}, or the parameter itself.`;
}
