import type { Change } from "../difference.js";
import { diffLinesButBlanks } from "../line-diff.js";
import { describeValue } from "./describe-value.js";
import { type Described, described, name, now, old, type Piece, plain } from "./described.js";

/** Describes a changed script. Of its body, outcomes that came or went are named first, and white space does not count. */
export function describeScript({ script, change }: Extract<Change, { readonly kind: "script-changed" }>): Described {
  const subject = [plain("script "), name(script)];
  const { path, before, after } = change;
  if (path.join() !== "body" || typeof before !== "string" || typeof after !== "string")
    return describeValue([...subject, plain(": ")], change);
  const lines = diffLinesButBlanks(before, after);
  if (lines.every(({ kind }) => kind === "same"))
    return described("~", [...subject, plain(": only white space differs")]);
  return described("~", [...subject, plain(": body")], { details: outcomeDetails(before, after), lines });
}

/** The outcomes that a script sets as plain texts: `outcome = "x"` and `goTo("x")`. */
const outcomeTexts = /\boutcome\s*=(?!=)\s*(["'])(.*?)\1|\.goTo\(\s*(["'])(.*?)\3/g;

function outcomeDetails(before: string, after: string): readonly (readonly Piece[])[] {
  const [left, right] = [before, after].map((body) => outcomesIn(body));
  const lost = [...(left ?? [])].filter((outcome) => !right?.has(outcome));
  const won = [...(right ?? [])].filter((outcome) => !left?.has(outcome));
  return [
    ...(won.length > 0 ? [[plain("now sets the outcomes "), now(won.join(", "))]] : []),
    ...(lost.length > 0 ? [[plain("no longer sets the outcomes "), old(lost.join(", "))]] : []),
  ];
}

function outcomesIn(body: string): ReadonlySet<string> {
  return new Set([...body.matchAll(outcomeTexts)].map((match) => match[2] ?? match[4] ?? ""));
}
