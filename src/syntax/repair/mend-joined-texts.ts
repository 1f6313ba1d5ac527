import { realmParameter } from "../reserved-names.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, comma, equals, lBracket, name, number, string } = typeNumbers;

/** What joins texts elsewhere. */
const joins = /^(?:\+|\.\.|&|~)$/;

/** What stands before a value. */
const leads: ReadonlySet<number> = new Set([colon, comma, equals, lBracket]);

/** `"a" + "b"` and `home + "/start"`: there is one text, and a parameter stands inside of it. */
export function mendJoinedTexts(mender: TokenMender, index: number, text: string): boolean {
  const { tokens, output } = mender;
  const last = output.length - 1;
  const before = output.typeAt(last);
  if (!joins.test(text) || mender.isFirst(index)) return false;
  if (before !== string && (before !== name || !leads.has(output.typeAt(last - 1)))) return false;
  const parts = [partOf(before, output.imageAt(last))];
  const names = before === name ? [output.imageAt(last)] : [];
  let next = index;
  while (isJoin(mender, next) && isOperand(mender.typeAt(next + 1))) {
    const type = mender.typeAt(next + 1);
    const image = tokens.imageAt(next + 1);
    parts.push(partOf(type, image));
    if (type === name) names.push(image);
    next += 2;
  }
  const undeclared = names.find((each) => each !== realmParameter && !mender.parameters.has(each));
  // Without a text or a parameter, the signs are not known to join anything.
  if (next === index || (names.length === parts.length && undeclared !== undefined)) return false;
  const whole = { start: output.startAt(last), end: tokens.endAt(next - 1) };
  const right = parts.includes(undefined) ? undefined : `"${parts.join("")}"`;
  const help =
    undeclared !== undefined
      ? `Texts are not put together: write one text, with \`\${${undeclared}}\` inside of it and \`param ${undeclared} = "…"\` at the top of the file.`
      : `Texts are not put together: write ${right === undefined ? "one text" : `\`${right}\``}.`;
  // Of parameters alone, the sum may be meant.
  const fixes =
    right !== undefined && undeclared === undefined && names.length < parts.length
      ? [{ title: "Write one text", edits: [{ range: whole, text: right }] }]
      : [];
  mender.problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, { help, fixes });
  output.truncate(last);
  mender.put(string, whole.start, whole.end);
  mender.goTo(next);
  return true;
}

function isJoin(mender: TokenMender, index: number): boolean {
  return mender.typeAt(index) !== -1 && joins.test(mender.tokens.imageAt(index));
}

function isOperand(type: number): boolean {
  return type === string || type === name || type === number;
}

/** What a value is inside of a text; nothing for a block of text, which holds quotes and breaks of line. */
function partOf(type: number, image: string): string | undefined {
  if (type === name) return `\${${image}}`;
  if (type === number) return image;
  return image.startsWith('"""') || image.length < 2 ? undefined : image.slice(1, -1);
}
