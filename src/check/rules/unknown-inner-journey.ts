import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../../diagnostics/look-alike.js";
import type { Journey } from "../../model/model.js";
import { helpOnTitle } from "../../model/word-advice.js";
import { nodeLabel } from "../describe-node.js";
import type { InnerCall } from "../inner-calls.js";
import { modelRule } from "../rule.js";

/** The name of a journey in its text stands for its title; any other text is at most like one. */
function adviceOn(
  inner: string,
  near: string,
  journey: Journey | undefined,
  { source, range }: Place,
): DiagnosticExtras {
  const isName = journey?.name === inner;
  const file = journey?.place.source.path.replace(/^.*[/\\]/, "");
  const isFile = file !== undefined && file.split(".", 1)[0] === inner.replace(/^.*[/\\]/, "").split(".", 1)[0];
  if ((!isName && !isFile) || journey?.origin.kind !== "text")
    return { help: helpOnLookAlike(inner, near, JSON.stringify(near)) ?? `Did you mean "${near}"?` };
  const help = isName
    ? helpOnTitle(near, inner)
    : `Write \`${JSON.stringify(near)}\`: the journey in \`${file}\` is called so.`;
  const written = source.slice(range);
  if (written !== inner && written !== JSON.stringify(inner)) return { help };
  const text = JSON.stringify(near);
  return { help, fixes: [{ title: `Write ${text}`, edits: [{ range, text }] }] };
}

const shownCalls = 5;

/** Reports inner journeys that are neither among those checked nor named in `journeys.external`, each once for all that run it. */
export const unknownInnerJourney = modelRule("unknown-inner-journey", "may-overreport", (model, report, facts) => {
  const calls = new Map<string, InnerCall[]>();
  for (const call of model.journeys.flatMap((journey) => facts.callsOf(journey))) {
    const { inner } = call;
    if (facts.journeyById(inner) || facts.externalJourneys.has(inner)) continue;
    const known = calls.get(inner);
    if (known === undefined) calls.set(inner, [call]);
    else known.push(call);
  }
  for (const [inner, [first, ...others]] of calls) {
    if (first === undefined) continue;
    const { node, setting } = first;
    const near = facts.nearestJourney(inner);
    const advice = near === undefined ? {} : adviceOn(inner, near, facts.journeyById(near), setting.place);
    const related = others
      .slice(0, shownCalls)
      .map((call) => ({ place: call.setting.place, message: `${nodeLabel(call.node)} runs it too` }));
    report({ at: setting.place, args: { node: nodeLabel(node), inner }, ...advice, related });
  }
});
