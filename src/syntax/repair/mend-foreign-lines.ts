import type { Fix } from "../../diagnostics/diagnostic.js";
import { resourceInOtherMarks } from "./resource-line.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, lBrace, rBrace } = typeNumbers;

/** In characters, and lines. */
const longestLine = 300;
const mostLines = 60;

/** Lines that say as a whole what has another form here. */
interface ForeignLines {
  /** How many tokens from the first of the line on. */
  readonly end: number;
  readonly found: string;
  readonly help: string;
  /** What is written in place of the lines, where nothing of it is a guess. */
  readonly right?: string;
}

/** `it("signs in", () => {` of a test in JavaScript, with its block. */
function readTest(mender: TokenMender, first: number): ForeignLines | undefined {
  const line = lineAt(mender, first);
  const [found, title] = /^(?:it|test|describe|scenario|suite)\s*\(\s*["'`]([^"'`]*)["'`]\s*,[^{]*\{/.exec(line) ?? [];
  const close = found === undefined ? -1 : closeOfBlock(mender, first, mostLines * 20);
  if (found === undefined || title === undefined || close === -1) return undefined;
  const help = `Write \`scenario ${JSON.stringify(title)} of Journey {\`, and \`}\` at its end.`;
  return { end: mender.lineEnd(close), found, help };
}

/** The brace that closes the first block from a token on, among so many tokens; -1 where none does. */
function closeOfBlock({ tokens }: TokenMender, first: number, mostTokens: number): number {
  let depth = 0;
  for (let at = first; at < tokens.length && at < first + mostTokens; at++) {
    const type = tokens.typeAt(at);
    if (type === lBrace) depth++;
    else if (type === rBrace && --depth <= 0) return depth === 0 ? at : -1;
  }
  return -1;
}

const readers: readonly ((mender: TokenMender, first: number) => ForeignLines | undefined)[] = [
  readChain,
  readSwitch,
  readElement,
  readPoint,
  readResource,
  readTest,
];

/** `.then(Next).catch(Stop)`, `switch (outcome) { … }`, `<PasswordCollector name="Word" />`, `[*] --> Ask`: told once, and left out. */
export function mendForeignLines(mender: TokenMender, index: number, text: string): boolean {
  if (!/^(?:[(*</.]|['‘’])/.test(text)) return false;
  const first = mender.lineStart(index);
  const start = mender.tokens.startAt(first);
  for (const read of readers) {
    const lines = read(mender, first);
    if (lines === undefined) continue;
    const { output, tokens, problems } = mender;
    while (output.length > 0 && output.startAt(output.length - 1) >= start) output.truncate(output.length - 1);
    const { end, help, right } = lines;
    const range = { start, end: tokens.endAt(end - 1) };
    const fixes: readonly Fix[] =
      right === undefined ? [] : [{ title: "Write it so", edits: [{ range, text: right }] }];
    const args = { expected: "a statement of this language", found: `"${lines.found}"` };
    problems.report("syntax-error", start, start + lines.found.length, args, { help, fixes });
    mender.goTo(end);
    return true;
  }
  return false;
}

function lineAt({ tokens, text }: TokenMender, first: number): string {
  const start = tokens.startAt(first);
  return text.slice(start, start + longestLine).split(/\r?\n/, 1)[0] ?? "";
}

/** `.then(Next).catch(Stop)`, in one line or in several. */
function readChain(mender: TokenMender, first: number): ForeignLines | undefined {
  const call =
    /\.(then|catch|finally|on|case|when)\(\s*(?:["']?\w+["']?\s*,\s*)?(?:\(?\w*\)?\s*=>\s*)?(\w+)(?:\(\))?\s*\);?/g;
  const targets: string[] = [];
  let at = first;
  let found = "";
  for (let count = 0; count < mostLines && at < mender.tokens.length; count++) {
    const line = lineAt(mender, at).trimEnd();
    const calls = [...line.matchAll(call)];
    if (calls.length === 0 || calls.map(([whole]) => whole).join("") !== line) break;
    found ||= line;
    targets.push(...calls.map(([, , target = ""]) => target));
    at = mender.lineEnd(at);
  }
  if (targets.length === 0) return undefined;
  const arrows = [...new Set(targets)].map((target) => `\`outcome -> ${target}\``);
  return { end: at, found, help: `Write a line for each outcome of the node: ${arrows.join(", ")}.` };
}

/** `switch (outcome) { case mail: Next … }` */
function readSwitch(mender: TokenMender, first: number): ForeignLines | undefined {
  const [found] = /^(?:switch|match|choose)\s*\([^()]*\)/.exec(lineAt(mender, first)) ?? [];
  if (found === undefined) return undefined;
  const { tokens, text } = mender;
  const at = closeOfBlock(mender, first, mostLines * 10);
  if (at === -1) return undefined;
  const inside = text.slice(tokens.startAt(first), tokens.startAt(at)).replace(/^[^{]*\{/, "");
  const one =
    /^\s*case\s+["']?([\w-]+)["']?\s*(?::|->|=>)\s*(?:return|goto|->)?\s*["']?(\w+)["']?\s*;?\s*(?:break\s*;?)?/;
  const edges: string[] = [];
  let rest = inside;
  for (let match = one.exec(rest); match !== null; match = one.exec(rest)) {
    edges.push(`${match[1]} -> ${match[2]}`);
    rest = rest.slice(match[0].length);
  }
  const isWhole = edges.length > 0 && rest.trim() === "";
  const shown = edges.length === 0 ? ["`outcome -> Node`"] : edges.map((edge) => `\`${edge}\``);
  return {
    end: at + 1,
    found,
    help: `Write a line for each outcome of the node: ${shown.join(", ")}.`,
    ...(isWhole ? { right: edges.join(`\n${mender.indentAt(first)}`) } : {}),
  };
}

/** `<PasswordCollector name="Word" />` */
function readElement(mender: TokenMender, first: number): ForeignLines | undefined {
  const line = lineAt(mender, first).trimEnd();
  const [whole, type = "", attributes = ""] =
    /^<([A-Z]\w*)((?:\s+\w+=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))*)\s*\/?>(?:<\/\w+>)?$/.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const [named, name = "Name"] = /\s+(?:name|id|key)=["']([A-Za-z]\w*)["']/.exec(attributes) ?? [];
  const right = `node ${name}: ${type}`;
  const isAll = named !== undefined && named.trim() === attributes.trim();
  return { end: mender.lineEnd(first), found: whole, help: `Write \`${right}\`.`, ...(isAll ? { right } : {}) };
}

/** `[*] --> Ask`: the point at which a diagram of Mermaid begins. */
function readPoint(mender: TokenMender, first: number): ForeignLines | undefined {
  const line = lineAt(mender, first).trimEnd();
  const [whole, target] = /^(?:\[\*\]|\(\*\))\s*[-=]+>+\s*(\w+)(?:\s*:.*)?$/.exec(line) ?? [];
  if (whole === undefined || target === undefined) return undefined;
  const right = `start -> ${target}`;
  return { end: mender.lineEnd(first), found: whole, help: `Write \`${right}\`.`, right };
}

/** `resource emailTemplate welcome from mails/welcome.json` */
function readResource(mender: TokenMender, first: number): ForeignLines | undefined {
  const start = mender.tokens.startAt(first);
  const read = resourceInOtherMarks(mender.text, start);
  if (read === undefined) return undefined;
  const { right, end } = read;
  return { end: mender.lineEnd(first), found: mender.text.slice(start, end), help: `Write \`${right}\`.`, right };
}

/** `!Ref Name`, `!Sub "…"` of CloudFormation: what is named or written stands alone. */
export function mendValueTag(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const isTag =
    text === "!" &&
    !mender.isFirst(index) &&
    output.typeAt(output.length - 1) !== arrow &&
    tokens.endAt(index) === tokens.startAt(index + 1) &&
    /^(?:Ref|Sub|GetAtt|ImportValue|env|include|secret|reference|vault|file|str|int|bool)$/i.test(
      tokens.imageAt(index + 1),
    ) &&
    mender.typeAt(index + 2) !== -1;
  if (!isTag) return false;
  const tag = `!${tokens.imageAt(index + 1)}`;
  const [start, end] = [tokens.startAt(index), tokens.startAt(index + 2)];
  const fixes = [{ title: "Remove it", edits: [{ range: { start, end }, text: "" }] }];
  const help = `Remove \`${tag}\`: the value stands alone.`;
  mender.problems.report("unexpected-character", start, start + tag.length, { text: tag }, { help, fixes });
  mender.goTo(index + 2);
  return true;
}
