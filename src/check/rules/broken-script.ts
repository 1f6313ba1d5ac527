import type { Script } from "../../model/model.js";
import { javaScripts, placeInScript } from "../../model/script-place.js";
import { adviseOnForeignLine } from "../../rhino/foreign-line.js";
import type { CleanScript } from "../../rhino/format-characters.js";
import { analysisOf } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

/** Reports scripts that are no JavaScript, with all that Rhino reads beyond it. */
export const brokenScript = modelRule("broken-script", "may-miss", (model, report) => {
  for (const script of javaScripts(model)) {
    const analysed = analysisOf(script);
    if (analysed.kind !== "broken") continue;
    const { at, line } = placeInScript(script, analysed.clean.originalOffset(analysed.at));
    const help = analysed.message.startsWith("'return' outside")
      ? withoutReturn(script, analysed)
      : adviseOnForeignLine(analysed.clean.text, analysed.at);
    report({ at, args: { script: script.title, line, problem: analysed.message }, ...(help && { help }) });
  }
});

/** The variables in which the platform looks for what a script gives, by the beginning of its context. */
const resultOf = [
  ["AUTHENTICATION_TREE_DECISION_NODE", "outcome"],
  ["SCRIPTED_DECISION_NODE", "outcome"],
  ["CONFIG_PROVIDER_NODE", "config"],
] as const;

/** What stands for `return` in a script, around which there is no function. */
function withoutReturn(
  { properties }: Script,
  { clean, at }: { readonly clean: CleanScript; readonly at: number },
): string {
  const context = String(properties.get("context")?.value);
  const result = resultOf.find(([beginning]) => context.startsWith(beginning))?.[1];
  const given = /^return[ \t]*([^;\r\n]*)/.exec(clean.text.slice(at, at + 200))?.[1]?.trim() ?? "";
  const around = "There is no function around a script";
  if (result === undefined || given === "") {
    return `${around}: put what is to be left out into an \`if\`, or all of it into \`(function () { … }());\`.`;
  }
  if (!endsOnLine(clean.text.slice(at, at + 200))) return `${around}: write \`${result} =\` in place of \`return\`.`;
  return `${around}. Write \`${result} = ${given.length > 60 ? "…" : given};\` for what the node is to get; the lines behind it still run.`;
}

/** Whether a statement ends on the line where it begins. */
function endsOnLine(text: string): boolean {
  const line = /^[^;\r\n]*;/.exec(text)?.[0] ?? "";
  const count = (brackets: RegExp) => line.match(brackets)?.length ?? 0;
  return line !== "" && count(/[([{]/g) === count(/[)\]}]/g);
}
