import type { RelatedPlace } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { JourneyNode } from "../../model/model.js";
import { placeInScript } from "../../model/script-place.js";
import { isFromExport } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import type { ReadAt } from "../state/journey-access.js";
import { inputsSetting } from "../state/node-access.js";
import { groupReads } from "../state/report-reads.js";

/**
 * Reports literal keys that a script reads and that are missing from the inputs of its node, where the node declares
 * any. A key that the script only tests, and that nothing before the node writes, is not missed.
 */
export const undeclaredStateInput = journeyRule("undeclared-state-input", "may-miss", (facts, report) => {
  const { journey } = facts;
  const { reads } = facts.state;
  const undeclared = reads.filter((at) => {
    const {
      read: { key, script },
      inner,
    } = at;
    if (script?.isDeclared !== false || inner) return false;
    // One script may serve several nodes, and do without a key that only some of them have.
    if (script.isTested && !facts.state.isWrittenBeforeByName(at)) return false;
    // A misspelt key has a finding of its own.
    return script.writesItself || facts.model.writtenKeys.meantBy(key, journey) === undefined;
  });
  const nodes = new Map(undeclared.map((at) => [at.node, undeclared.filter((other) => other.node === at.node)]));
  for (const ofNode of nodes.values()) {
    const groups = groupReads(ofNode);
    for (const { at, args, first } of groups) {
      const meant = groups.length === 1 ? uselessInput(first.node, args.key, reads) : undefined;
      if (meant === undefined) report({ at, args, related: shownReads(first) });
      else {
        const help = `Did you mean "${args.key}" by "${meant.written}", which the script does not read?`;
        const text = JSON.stringify(args.key);
        const { place } = meant;
        const fixes = [{ title: `Write ${text}`, edits: [{ range: place.range, text }] }];
        report({ at: place, args, help, fixes: isFromExport(journey) ? [] : fixes });
      }
    }
  }
});

/** The one input of a node that its script does not read, where it is like the key that it does. */
function uselessInput(node: JourneyNode, key: string, reads: readonly ReadAt[]) {
  const setting = node.properties.get(inputsSetting(node) ?? "");
  if (setting === undefined || !Array.isArray(setting.value)) return undefined;
  const read = new Set(reads.filter(({ read: { script } }) => script !== undefined).map((at) => at.read.key));
  const useless = setting.value.filter((input) => typeof input === "string" && !read.has(input));
  const written = nearestName(key, useless as readonly string[]);
  const place = written === undefined ? undefined : setting.inner?.get(`/${setting.value.indexOf(written)}`);
  return written === undefined || place === undefined ? undefined : { written, place };
}

/** Where the inputs are listed, and where the script reads the key. */
function shownReads({ node, read: { script } }: ReadAt): readonly RelatedPlace[] {
  const setting = node.properties.get(inputsSetting(node) ?? "");
  const listed = setting?.explicit === true ? [{ place: setting.place, message: "The inputs are listed here" }] : [];
  if (script?.body.file === undefined) return listed;
  return [...listed, { place: placeInScript(script.body, script.at).at, message: "It is read here" }];
}
