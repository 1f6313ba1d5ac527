import type { Place } from "../../diagnostics/diagnostic.js";
import { listedLike } from "../../diagnostics/suggest.js";
import type { JourneyNode } from "../../model/model.js";
import { placeInScript } from "../../model/script-place.js";
import { allNodes } from "../../model/used-resources.js";
import { type DecidingScript, decidingScript, writtenOutcomes } from "../deciding-script.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { textsOfLibrary } from "../libraries.js";
import { journeyRule } from "../rule.js";

/** The outcomes that a script chooses, where the node lists all of them that it lacks in other capitals. */
function listedInAnotherCase({ outcomes, listed }: DecidingScript): readonly { outcome: string; at: number }[] {
  if (outcomes.chosen.some(({ ofLibraries }) => ofLibraries.length > 0)) return [];
  const chosen = outcomes.chosen.flatMap(({ possible, at }) =>
    possible.map(({ text: outcome, at: own }) => ({ outcome, at: own ?? at })),
  );
  const missing = chosen.filter(({ outcome }) => !listed.includes(outcome));
  const small = new Set(listed.map((each) => each.toLowerCase()));
  // A single one is rather misspelt in the script.
  if (new Set(missing.map(({ outcome }) => outcome)).size < 2) return [];
  return missing.every(({ outcome }) => small.has(outcome.toLowerCase())) ? missing : [];
}

/** The connections for outcomes that a script chooses, and that its node does not list. */
function waitingFor({ outcomes, listed }: DecidingScript, { connections }: JourneyNode): JourneyNode["connections"] {
  const chosen = writtenOutcomes(outcomes);
  return connections.filter(({ outcomeId }) => chosen.has(outcomeId) && !listed.includes(outcomeId));
}

/** Reports outcomes that a script chooses and its node does not list, once a node apart from misspelt ones. What a script computes is not looked at. */
export const scriptOutcomeNotListed = journeyRule("script-outcome-not-listed", "may-miss", (facts, report) => {
  for (const node of allNodes(facts.reachedNodes)) {
    const deciding = decidingScript(node, facts.scripts);
    if (!deciding) continue;
    const waiting = waitingFor(deciding, node);
    // Without a list of its own, the node has another finding: it is misspelt, or nothing is connected.
    const hasList = node.properties.get("outcomes")?.explicit !== false;
    if (!hasList && waiting.length === 0) continue;
    const { script, listed, outcomes, originalOffset } = deciding;
    const inAnotherCase = listedInAnotherCase(deciding);
    const setting = node.properties.get("outcomes");
    if (inAnotherCase.length > 0 && setting !== undefined) {
      const [{ outcome, at: chosen } = { outcome: "", at: 0 }] = inAnotherCase;
      const { at, line } = placeInScript(script, originalOffset(chosen));
      const names = [...new Set(inAnotherCase.map((each) => JSON.stringify(each.outcome)))];
      const help = `Write ${names.join(", ")} here and at the arrows, as the script has it: case counts.`;
      const related = [{ place: at, message: "Chosen here" }];
      const args = { script: script.title, line, outcome, node: nodeLabel(node), listed, lacked: undefined };
      report({ at: setting.place, args, related, help });
      continue;
    }
    const seen = new Set(listed);
    const unlike: { readonly outcome: string; readonly line: number; readonly at: Place }[] = [];
    const related = { place: node.namePlace, message: "The node that runs it" };
    const args = { script: script.title, node: nodeLabel(node), listed };
    for (const { possible, ofLibraries, at: chosenAt } of outcomes.chosen) {
      const required = ofLibraries.flatMap((of) => textsOfLibrary(of, facts.scripts));
      for (const { text: outcome, lacked, at: textAt } of [...possible, ...required]) {
        if (seen.has(outcome)) continue;
        seen.add(outcome);
        const { at, line } = placeInScript(script, originalOffset(textAt ?? chosenAt));
        if (lacked === undefined && listedLike(outcome, listed) === undefined) unlike.push({ outcome, line, at });
        else report({ at, args: { ...args, line, outcome, lacked }, related: [related] });
      }
    }
    // All that is like none of the listed ones is one list that is too short.
    const [first, ...more] = unlike;
    if (first === undefined) continue;
    const others = more.slice(0, shownOthers).map(({ at: place }) => ({ place, message: "Chosen here too" }));
    const { at, line, outcome } = first;
    const connected = waiting.slice(0, shownOthers).map(({ place }) => ({ place, message: "It is connected here" }));
    // In a text, the list may be written under another name.
    const restsOn = hasList || isFromExport(facts.journey) ? [] : [node.place];
    const found = { args: { ...args, line, outcome, lacked: undefined, more }, restsOn };
    report({ at, ...found, related: [related, ...others, ...connected] });
  }
});

const shownOthers = 5;
