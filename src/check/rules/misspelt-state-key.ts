import type { Place } from "../../diagnostics/diagnostic.js";
import type { JourneyNode, Setting } from "../../model/model.js";
import { placeInScript } from "../../model/script-place.js";
import { agreements } from "../agreeing-settings.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { misspeltOutputs } from "../misspelt-output.js";
import { findMisspeltWrites } from "../misspelt-written-key.js";
import { type Finding, journeyRule } from "../rule.js";
import { inputsSetting, nodeAccess, type StateRead } from "../state/node-access.js";
import { keyOf } from "../state/slot.js";
import { keptKeys } from "../state/written-keys.js";

/**
 * Reports keys that a script reads, or a setting names, and that nothing around the journey writes, where the key of something that is
 * written is nearly the same; and outputs that a node lists so.
 */
export const misspeltStateKey = journeyRule("misspelt-state-key", "may-overreport", (facts, report) => {
  for (const { node, setting, key, meant, readers } of findMisspeltWrites(facts)) {
    const args = { reader: `Node "${nodeLabel(node)}"`, line: undefined, key, meant, writes: true };
    const related = readers
      .slice(0, shownReaders)
      .map(({ namePlace }) => ({ place: namePlace, message: `"${meant}" is read here` }));
    report({ at: setting.place, args, related });
  }
  for (const found of misspeltOutputs(facts)) report(found);
  const reported = new Set<string>();
  for (const { node, read, inner } of facts.state.reads) {
    const { key, script } = read;
    // A journey that this one runs is looked at by itself.
    if (inner !== undefined) continue;
    if (script === undefined) {
      const found = misspeltSetting(node, read, facts);
      if (found === undefined || reported.has(`${node.id} ${key}`)) continue;
      reported.add(`${node.id} ${key}`);
      report(found);
      continue;
    }
    if (script.writesItself) continue;
    const known = `${script.body.id} ${key}`;
    const meant = reported.has(known) ? undefined : facts.model.writtenKeys.meantBy(key, facts.journey);
    if (meant === undefined) continue;
    reported.add(known);
    const { at, line } = placeInScript(script.body, script.at);
    const reader = `Script "${script.body.title}"`;
    const args = { reader, line, key, meant };
    const runner = { place: node.namePlace, message: "The node that runs it" };
    const kept = keptKeys(facts.journey).get(key)?.place;
    // What the node declares as input is rather kept under the wrong key.
    if (kept !== undefined && script.isNamed) {
      const help = `Keep it under "${key}", as the script and the inputs of its node have it: \`${meant}: "${key}"\` where "${meant}" is given, else \`${key}: "${key}"\`.`;
      report({ at: kept, args, help, related: [{ place: at, message: "It is read here" }, runner] });
      continue;
    }
    const writer = settingThatWrites(meant, facts);
    if (writer !== undefined) {
      const written = {
        reader: `Node "${nodeLabel(writer.node)}"`,
        line: undefined,
        key: meant,
        meant: key,
        writes: true,
      };
      const help = `Write \`${writer.name}: "${key}"\`, as it is read, or read "${meant}" in the script.`;
      const related = [{ place: at, message: `"${key}" is read here` }, runner];
      report({ at: writer.place, args: written, help, related });
    } else if (kept !== undefined) {
      report({ at, args, related: [{ place: kept, message: `"${key}" is kept as "${meant}" here` }, runner] });
    } else report({ at, args, related: [runner] });
  }
});

const shownReaders = 5;

/** The setting that alone names a key under which something is written, where nothing reads it under that name: there it is misspelt. */
function settingThatWrites(key: string, { nodes, scripts, state, journey }: JourneyFacts) {
  const isRead = state.reads.some(
    ({ read }) => read.key === key && (read.space === "state" || read.setting !== undefined),
  );
  if (isRead || journey.scripts.some(({ body }) => body.includes(JSON.stringify(key)))) return undefined;
  const writers = nodes.filter((node) => node.children.length === 0 && writesKey(node, key, scripts));
  const [node, second] = writers;
  if (node === undefined || second !== undefined) return undefined;
  const name = markedProperties(node).written.find((property) => node.properties.get(property)?.value === key);
  const setting = name === undefined ? undefined : node.properties.get(name);
  return name === undefined || setting?.explicit !== true ? undefined : { node, name, place: setting.place };
}

function writesKey(node: JourneyNode, key: string, scripts: JourneyFacts["scripts"]): boolean {
  return nodeAccess(node, scripts).writes.some(({ slot }) => keyOf(slot) === key);
}

/** The key that a setting names, with its place, where it misspells one that is written. */
function misspeltSetting(
  node: JourneyNode,
  { key, space, setting: name }: StateRead,
  facts: JourneyFacts,
): Finding<"misspelt-state-key"> | undefined {
  if (name === undefined || space !== "state" || name === inputsSetting(node) || mustAgree(node, name))
    return undefined;
  const setting = node.properties.get(name);
  const alone = setting?.explicit === true ? keyInBraces(key) : undefined;
  if (setting !== undefined && alone !== undefined && isWritten(alone, node, facts))
    return {
      at: placeIn(setting, key),
      args: { reader: `Node "${nodeLabel(node)}"`, line: undefined, key, meant: alone },
      help: `\`${name}\` takes the name of the key alone: write ${JSON.stringify(alone)}.`,
      fixes: fixesAt(placeIn(setting, key), key, alone, facts),
    };
  const meant = setting?.explicit === true ? facts.model.writtenKeys.meantBy(key, facts.journey) : undefined;
  if (setting === undefined || meant === undefined) return undefined;
  const at = placeIn(setting, key);
  const args = { reader: `Node "${nodeLabel(node)}"`, line: undefined, key, meant };
  return { at, args, fixes: fixesAt(at, key, meant, facts) };
}

function fixesAt(at: Place, key: string, meant: string, { journey }: JourneyFacts) {
  const isText = !isFromExport(journey) && at.source.slice(at.range) === JSON.stringify(key);
  return isText ? [{ title: `Write ${meant}`, edits: [{ range: at.range, text: JSON.stringify(meant) }] }] : [];
}

/** `{{username}}`, `${username}`, `$.username` and `nodeState.get("username")`, as other settings and scripts name a key. */
function keyInBraces(key: string): string | undefined {
  const [, ...found] =
    /^\s*(?:\{\{\s*([\w-]+)\s*\}\}|\$\{\s*([\w-]+)\s*\}|\{([\w-]+)\}|\$\.([\w-]+)|%([\w-]+)%|nodeState\.(?:get\(["'])?([\w-]+)(?:["']\))?)\s*$/.exec(
      key,
    ) ?? [];
  return found.find((each) => each !== undefined);
}

/** Whether a node of the journey, or around it, writes a key. */
function isWritten(key: string, node: JourneyNode, { state }: JourneyFacts): boolean {
  const at = state.reads.find((read) => read.node === node);
  return (
    at !== undefined &&
    state.availability({ ...at, read: { ...at.read, key, space: "state", orKey: undefined } }) !== "never"
  );
}

/** The place of a text in the value of a setting, which may be a list. */
function placeIn({ value, place, inner }: Setting, text: string): Place {
  return (Array.isArray(value) ? inner?.get(`/${value.indexOf(text)}`) : undefined) ?? place;
}

/** Whether another rule compares a setting with that of the node which writes the key. */
function mustAgree({ typeId }: JourneyNode, name: string): boolean {
  return agreements.some(({ property, users }) => property === name && users.includes(typeId));
}
