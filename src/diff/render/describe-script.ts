import { analyseScript } from "../../rhino/analysis/analyse-script.js";
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

function outcomeDetails(before: string, after: string): readonly (readonly Piece[])[] {
  const [left, right] = [before, after].map((body) => outcomesIn(body));
  const lost = [...(left ?? [])].filter((outcome) => !right?.has(outcome));
  const won = [...(right ?? [])].filter((outcome) => !left?.has(outcome));
  return [
    ...(won.length > 0 ? [[plain("now sets the outcomes "), now(won.join(", "))]] : []),
    ...(lost.length > 0 ? [[plain("no longer sets the outcomes "), old(lost.join(", "))]] : []),
  ];
}

/** The outcomes that a script chooses, as far as its text shows them. */
function outcomesIn(body: string): ReadonlySet<string> {
  const analysed = analyseScript(body);
  if (analysed.kind !== "analysed") return new Set();
  return new Set(analysed.outcomes.chosen.flatMap(({ values }) => [...(values ?? [])]));
}
