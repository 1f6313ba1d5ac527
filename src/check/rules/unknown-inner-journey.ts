import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../../diagnostics/look-alike.js";
import type { Journey } from "../../model/model.js";
import { helpOnTitle } from "../../model/word-advice.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

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

/**
 * Reports inner journeys that are neither among those checked nor named in `journeys.external`, once for each journey
 * that runs them.
 */
export const unknownInnerJourney = journeyRule(
  "unknown-inner-journey",
  "may-overreport",
  (facts, report) => {
    const reported = new Set<string>();
    for (const { node, setting, inner } of facts.calls) {
      if (facts.model.journeyById(inner) || facts.model.externalJourneys.has(inner) || reported.has(inner)) continue;
      reported.add(inner);
      const near = facts.model.nearestJourney(inner);
      const advice = near === undefined ? {} : adviceOn(inner, near, facts.model.journeyById(near), setting.place);
      report({ at: setting.place, args: { node: nodeLabel(node), inner }, ...advice });
    }
  },
  { evenIfIncomplete: true },
);
