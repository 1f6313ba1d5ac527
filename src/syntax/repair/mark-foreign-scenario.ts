import { declarationKeywords } from "../keywords.js";
import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, lBrace, name, string } = typeNumbers;

const testWords = /^(?:it|test|describe|specify|spec|feature|context|case|should|example|scenario)$/i;

/** `it "signs in" {` and `Scenario: signs in {`, as in other tests. -1 for another line. */
export function markForeignScenario(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (state.block !== "file" || !cursor.isFirst(index)) return -1;
  const scenario = declarationKeywords.get("scenario");
  const word = cursor.imageAt(index);
  if (scenario === undefined || !testWords.test(word)) return -1;
  const hasColon = cursor.typeAt(index + 1) === colon;
  const title = hasColon ? index + 2 : index + 1;
  let end = title;
  while (cursor.typeAt(end) === name && cursor.imageAt(end) !== "of" && end < index + farthestToken) end++;
  if (cursor.typeAt(title) === string) end = title + 1;
  const [of, journey, brace] = [end, end + 1, end + 2];
  const isOf = cursor.imageAt(of) === "of" && cursor.typeAt(journey) === name && cursor.typeAt(brace) === lBrace;
  const isQuoted = cursor.typeAt(title) === string;
  if (end === title || (cursor.typeAt(end) !== lBrace && !isOf)) return -1;
  // A keyword alone that is wrong or lacks what follows has a finding of its own.
  if (!hasColon && (!isQuoted || isOf || word === scenario.text)) return -1;
  const text = all.text.slice(all.startAt(title), all.endAt(end - 1));
  const { journeyNames } = cursor;
  const only = journeyNames.length === 1 ? journeyNames[0] : undefined;
  const journeyName = isOf ? cursor.imageAt(journey) : only;
  const right = `scenario ${isQuoted ? text : JSON.stringify(text)} of ${journeyName ?? "Journey"}`;
  const range = { start: all.startAt(index), end: all.endAt(isOf ? journey : end - 1) };
  const args = { expected: `\`${right}\``, found: `"${word}"` };
  const fixes = journeyName === undefined ? [] : [{ title: `Write ${right}`, edits: [{ range, text: right }] }];
  state.problems.report("syntax-error", range.start, range.end, args, { help: `Write \`${right}\`.`, fixes });
  state.take(index, scenario.type);
  state.begin(scenario);
  state.replace(tokens.StringLiteral, title, end - 1);
  return end;
}
