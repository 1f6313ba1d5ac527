import { isName } from "../match-word.js";
import type { TokenCursor } from "../token-cursor.js";
import type { TokenVector } from "../token-vector.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, dot, lBrace, name, rBrace, string } = typeNumbers;

/** What is needed of a mender of tokens. */
interface EdgeMender {
  readonly tokens: TokenVector;
  readonly output: TokenVector;
  readonly cursor: TokenCursor;
  isFirst(index: number): boolean;
  typeAt(index: number): number;
  isWordAt(index: number): boolean;
  foreign(start: number, end: number, right: string): void;
  put(type: number, start: number, end: number): void;
  goTo(index: number): void;
}

/** In tokens, back to the `{` of a node. */
const farthestBrace = 500;

/**
 * `Ask --> Next` and `Ask -- true --> Next` of Mermaid in the braces of `Ask`: an arrow begins with an outcome, and not with
 * its node. `label` is what stands at the arrow.
 */
export function mendOwnEdge(mender: EdgeMender, index: number, end: number, label: string): boolean {
  const { tokens, output } = mender;
  const dotted = mender.isFirst(index - 3) && mender.typeAt(index - 2) === dot;
  const first = dotted ? index - 3 : index - 1;
  if (!mender.isFirst(first) || tokens.typeAt(first) !== name || !mender.isWordAt(end)) return false;
  const { keyword, name: around } = headerAround(mender, first);
  if (keyword === "journey" && mender.cursor.isDeclared(tokens.imageAt(first))) {
    // That it stands outside of its node is told later.
    mender.put(arrow, tokens.startAt(index), tokens.endAt(end - 1));
    mender.goTo(end);
    return true;
  }
  if (keyword === "journey" || tokens.imageAt(first) !== around) return false;
  const outcome = dotted ? tokens.imageAt(index - 1) : label;
  const word = isName(outcome) || outcome.startsWith('"') ? outcome : JSON.stringify(outcome);
  const [start, arrowEnd] = [tokens.startAt(first), tokens.endAt(end - 1)];
  mender.foreign(start, arrowEnd, outcome === "" ? "->" : `${word} ->`);
  output.truncate(output.length - (index - first));
  if (outcome !== "") mender.put(word === outcome ? name : string, start, arrowEnd);
  mender.put(arrow, arrowEnd, arrowEnd);
  mender.goTo(end);
  return true;
}

/** The keyword and the name of the journey, node or page in whose braces a token stands. */
function headerAround(mender: EdgeMender, index: number): { readonly keyword?: string; readonly name?: string } {
  const { tokens } = mender;
  let depth = 0;
  for (let at = index - 1; at >= 0 && at > index - farthestBrace; at--) {
    const type = tokens.typeAt(at);
    if (type === rBrace) depth++;
    else if (type === lBrace && depth-- === 0) {
      let header = at;
      while (header > 0 && !mender.isFirst(header)) header--;
      const keyword = tokens.imageAt(header);
      return /^(?:journey|node|page)$/.test(keyword) ? { keyword, name: tokens.imageAt(header + 1) } : {};
    }
  }
  return {};
}
