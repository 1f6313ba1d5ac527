import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { declarationKeywords } from "../keywords.js";
import { indentationOf } from "../token-vector.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, dot, equals, lBrace, lBracket, name, string } = typeNumbers;

/** Words that hold the properties of a thing together elsewhere; with a colon they may be properties themselves. */
const groups =
  /^(?:propert(?:y|ies)|props|settings?|config(?:uration)?|params|parameters|options|attributes|fields|body)$/i;

/**
 * `outcomes { true -> Next }` and `settings { tries: 3 }` in a node: arrows and properties stand in the node itself. Passes over the
 * word and its braces, and answers the index behind the first brace; -1 where something else stands here.
 */
export function markWrapper(state: MarkState, index: number): number {
  const { cursor } = state;
  const declarations = markGroup(state, index);
  if (declarations !== -1) return declarations;
  const isInNode = state.block === "node" || state.block === "page";
  if (!isInNode || !cursor.isFirst(index) || state.typeOf(index) !== name) return -1;
  const hasMark = cursor.typeAt(index + 1) === colon || cursor.typeAt(index + 1) === equals;
  const open = hasMark ? index + 2 : index + 1;
  if (cursor.isFirst(open)) return markHeading(state, index, open);
  const isList = cursor.typeAt(open) === lBracket;
  if (cursor.typeAt(open) !== lBrace && !isList) return -1;
  const holdsArrows = beginsEdge(state, open + 1);
  const holdsProperties = !isList && !hasMark && isGroup(state, index) && cursor.tokens.typeAt(open + 2) === colon;
  const close = holdsArrows || holdsProperties ? state.closeOf(open) : -1;
  if (close === -1) return -1;
  const what = holdsArrows ? "Arrows" : "Properties";
  const { start, end } = state.rangeOf(index);
  const args = { expected: holdsArrows ? "an outcome" : "a property", found: `"${cursor.imageAt(index)}"` };
  const word = `${cursor.imageAt(index)} ${cursor.imageAt(open)}`;
  const help = `${what} stand in the node itself: remove \`${word}\` and its \`${cursor.imageAt(close)}\`.`;
  const fixes = [{ title: "Remove the braces", edits: [removal(state, index, open), removal(state, close, close)] }];
  state.problems.report("syntax-error", start, end, args, { help, fixes });
  state.leftOut.add(close);
  return open + 1;
}

/** Set State has a property of its own that is called `attributes`. */
function isGroup({ cursor, tokens }: MarkState, index: number): boolean {
  const word = cursor.imageAt(index);
  if (word !== "attributes") return groups.test(word);
  const before = tokens.text.slice(Math.max(0, tokens.startAt(index) - farthestHeader), tokens.startAt(index));
  return !/\bnode\s+\w+\s*:\s*SetState(?:Node)?\b[^{}]*\{[^{}]*$/.test(before);
}

/** How far above a property its node begins, in characters. */
const farthestHeader = 400;

/** Words that hold declarations together elsewhere. */
const declarationGroups =
  /^(?:rules?|constraints?|policies|assertions?|nodes?|steps?|states?|flow|graph|resources?|scripts?|pages?|members|definitions)$/i;

/** `rules { require … }` in a journey, `params { param … }` and `tests { scenario … }` in a file: all of them stand in it themselves. */
function markGroup(state: MarkState, index: number): number {
  const { block, cursor } = state;
  if ((block !== "journey" && block !== "file") || !cursor.isFirst(index) || state.typeOf(index) !== name) return -1;
  const word = cursor.imageAt(index);
  const mark = cursor.typeAt(index + 1);
  const open = mark === colon || mark === equals ? index + 2 : index + 1;
  const inner = declarationKeywords.get(cursor.imageAt(open + 1));
  const isDeclaration = state.typeOf(open + 1) === name && cursor.isWord(open + 2) && inner?.places.includes(block);
  if (cursor.typeAt(open) !== lBrace || declarationKeywords.has(word) || isDeclaration !== true) return -1;
  // A page or a journey without its keyword holds nodes and scripts, too.
  const isOwn = block === "file" ? !inner?.places.includes("journey") : inner?.shape === "rule";
  const close = isOwn || declarationGroups.test(word) ? state.closeOf(open) : -1;
  if (close === -1) return -1;
  const { start, end } = state.rangeOf(index);
  const where = block === "file" ? "the file" : "the journey";
  const help = `They stand in ${where} itself: remove \`${word} {\` and its \`}\`.`;
  const fixes = [{ title: "Remove the braces", edits: [removal(state, index, open), removal(state, close, close)] }];
  const args = { expected: "the declarations at once", found: `"${word}"` };
  state.problems.report("syntax-error", start, end, args, { help, fixes });
  state.leftOut.add(close);
  return open + 1;
}

/** `outcomes:` on a line of its own, with arrows that are indented deeper below. */
function markHeading(state: MarkState, index: number, first: number): number {
  const { cursor, tokens: all } = state;
  if (first >= all.length || !beginsEdge(state, first)) return -1;
  if (indentationOf(all.text, all.startAt(first)) <= indentationOf(all.text, all.startAt(index))) return -1;
  const { start, end } = state.rangeOf(index);
  const args = { expected: "an outcome", found: `"${cursor.imageAt(index)}"` };
  const help = `Arrows stand in the node itself: remove \`${cursor.imageAt(index)}\`.`;
  const fixes = [{ title: "Remove it", edits: [removal(state, index, first - 1)] }];
  state.problems.report("syntax-error", start, end, args, { help, fixes });
  return first;
}

/** `a, b -> Next`, `-> Next` */
function beginsEdge(state: MarkState, index: number): boolean {
  let at = index;
  while (at < index + farthestToken) {
    const type = state.typeOf(at);
    if (type === arrow) return at === index || !state.cursor.isFirst(at);
    if (type !== name && type !== string && type !== comma && type !== dot) return false;
    at++;
  }
  return false;
}

/** Removes tokens, and their line where nothing else stands on it. */
function removal({ cursor, tokens: all }: MarkState, first: number, last: number): TextEdit {
  const [start, end] = [all.startAt(first), all.endAt(last)];
  const isAlone = cursor.isFirst(first) && (last + 1 === all.length || cursor.isFirst(last + 1));
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(all.text.slice(end, end + 200))?.[0];
  if (!isAlone || rest === undefined) return { range: { start, end }, text: "" };
  return { range: { start: all.text.lastIndexOf("\n", start - 1) + 1, end: end + rest.length }, text: "" };
}
