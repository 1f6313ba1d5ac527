import { editDistance } from "../../diagnostics/suggest.js";
import { hasOpenParameter } from "../../model/open-parameters.js";
import type { BoundStep } from "../../model/scenario.js";
import { textsIn } from "../../text/texts-in.js";
import { markedProperties } from "../marked-properties.js";
import type { Played } from "./played.js";
import type { StepFinding } from "./step-finding.js";

const longest = 200;
const known = new WeakMap<Played, readonly string[]>();

/** The texts that nodes show. */
function textsOf(played: Played): readonly string[] {
  let texts = known.get(played);
  if (texts === undefined) {
    texts = played.nodes.flatMap(({ node }) =>
      markedProperties(node).shown.flatMap(({ name }) => textsIn(node.properties.get(name)?.value ?? null)),
    );
    known.set(played, texts);
  }
  return texts;
}

/** A message that is nearly what a node shows, and not quite: a message is compared as a whole. */
export function misquotedMessage(step: BoundStep, played: Played): readonly StepFinding[] {
  if (step.kind !== "expect" || step.subject !== "message") return [];
  const { text } = step;
  const texts = textsOf(played);
  if (texts.some(hasOpenParameter)) return [];
  if (text.length < 5 || texts.includes(text) || played.bodies.some((body) => body.includes(text))) return [];
  const [right, second] = [...new Set(texts)].filter((each) => isNearly(text, each));
  if (right === undefined || second !== undefined) return [];
  const at = step.parts.text ?? step.place;
  const written = JSON.stringify(right);
  const problem = `Nothing in ${played.name} shows ${JSON.stringify(text)}`;
  const fixes = [{ title: `Write ${written}`, edits: [{ range: at.range, text: written }] }];
  return [{ at, problem, help: `A message is compared as a whole: write \`${written}\`.`, fixes }];
}

/** Whether two texts differ in case, marks and spaces alone, or in a letter or two. */
function isNearly(written: string, shown: string): boolean {
  const [left, right] = [lettersOf(written), lettersOf(shown)];
  if (left === right) return left !== "";
  const most = Math.min(2, Math.floor(Math.min(left.length, right.length) / 8));
  if (left.length > longest || right.length > longest || Math.abs(left.length - right.length) > most) return false;
  return editDistance(left, right) <= most;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
