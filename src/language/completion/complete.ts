import type { LanguageText, ReadProject } from "../language-project.js";
import { isInTextBlock } from "../syntax-ranges.js";
import { type BlockAround, type CompletionPlace, completionPlace } from "./completion-place.js";
import {
  fileCompletions,
  journeyCompletions,
  layoutCompletions,
  memberCompletions,
  memberValueCompletions,
  rawCompletions,
  resourceKindCompletions,
} from "./declarations.js";
import { pathCompletions } from "./files.js";
import {
  journeyAround,
  nodeAround,
  outcomeCompletions,
  propertyCompletions,
  referenceCompletions,
  targetCompletions,
} from "./node-parts.js";
import { typeCompletions, versionCompletions } from "./node-types.js";
import type { Completions, Offered } from "./offered.js";
import { scenarioCompletions, scenarioSubjects } from "./scenarios.js";
import {
  localeCompletions,
  placeholderCompletions,
  propertyValueCompletions,
  settingValueCompletions,
} from "./values.js";

/** What may be written at an offset. */
export function complete(
  text: LanguageText,
  offset: number,
  projects: readonly ReadProject[],
): Completions | undefined {
  const place = completionPlace(text, offset, projects);
  if (place === undefined) return undefined;
  const inPlaceholder = placeholderCompletions(place, offset);
  if (inPlaceholder !== undefined)
    return { range: { start: inPlaceholder.start, end: offset }, items: inPlaceholder.items };
  // The lines of a text look like anything, and mean nothing.
  if (isInTextBlock(text.parsed.file, text.parsed.source.text, offset)) return undefined;
  return { range: place.range, items: beforeWhatStands(itemsAt(place), place) };
}

/** In front of a colon or an arrow that is there already, the word alone is written. */
function beforeWhatStands(items: readonly Offered[], { after }: CompletionPlace): readonly Offered[] {
  if (/^"?\s*(?:[.,].*)?->/.test(after)) {
    return items
      .filter(({ kind, label, snippet }) => kind === "outcome" || label === "start" || snippet === undefined)
      .filter(({ kind, label }) => kind !== "property" && label !== "->")
      .map(({ snippet: _, goesOn: __, ...item }) => ({ ...item, insert: (item.insert ?? item.label).trimEnd() }));
  }
  const keys = items.filter(({ insert }) => insert?.endsWith(": ") === true);
  if (!/^"?\s*:/.test(after) || keys.length === 0) return items;
  return keys.map(({ snippet: _, goesOn: __, insert, ...item }) => ({ ...item, insert: insert?.slice(0, -2) }));
}

function itemsAt(place: CompletionPlace): readonly Offered[] {
  const block = place.blocks.at(-1);
  const paths = pathCompletions(place);
  if (paths !== undefined) return paths;
  if (block === undefined) return atTop(place);
  switch (block.kind) {
    case "journey":
      return inJourney(block, place);
    case "node":
    case "page":
      return inNode(place);
    case "scenario":
      return scenarioCompletions(block, place);
    case "script":
    case "extern":
    case "export":
      return inProperties(block, place);
    case "layout":
      return inLayout(block, place);
    case "raw":
      return rawCompletions(place, journeyAround(place));
    default:
      return block satisfies never;
  }
}

function atTop(place: CompletionPlace): readonly Offered[] {
  const { before } = place;
  if (before === "") return fileCompletions();
  if (/^resource\s+$/.test(before)) return resourceKindCompletions();
  if (/^scenario\s+"(?:[^"\\]|\\.)*"\s+of\s+(?:script\s+)?$/.test(before)) return scenarioSubjects(before, place);
  if (/^scenario\s+"(?:[^"\\]|\\.)*"\s+$/.test(before)) return [word("of")];
  return /^extern\s+$/.test(before) ? [word("node")] : [];
}

function word(label: string): Offered {
  return { label, kind: "keyword", insert: `${label} `, goesOn: true };
}

const key = String.raw`(?:[\p{L}\p{N}_-]+|"(?:[^"\\]|\\.)*")`;
const valueStart = new RegExp(String.raw`^(${key})(?:\.${key})?\s*:\s*"?$`, "u");

function keyOf(before: string, { value }: CompletionPlace): string | undefined {
  if (value !== undefined) return value.property;
  const found = valueStart.exec(before)?.[1];
  return found?.startsWith('"') ? (JSON.parse(found) as string) : found;
}

/** What nodes, pages and journeys have in common: arrows, types and versions. `undefined` elsewhere. */
function inHeader(before: string, place: CompletionPlace): readonly Offered[] | undefined {
  if (/^node\s+\S+?\s*:\s*"?$/u.test(before)) return typeCompletions(place);
  const version = /^(?:node\s+\S+?\s*:\s*"?([^"@\s]+)"?|(page)\s+\S+?)@$/u.exec(before);
  if (version !== null) return versionCompletions(version[1] ?? "page", place);
  if (/^(?:node|page|script|journey|param)\s+\S*$/u.test(before)) return [];
  return undefined;
}

function inJourney(block: BlockAround, place: CompletionPlace): readonly Offered[] {
  const { before } = place;
  const journey = journeyAround(place);
  if (before === "" && !place.isQuoted) return journeyCompletions(block);
  const inRule = /^(?:require\s+|forbid\s+\S+\s+after\s+)((?:[^\s.]+\.)*)$/u.exec(before);
  if (inRule !== null)
    return referenceCompletions(
      journey,
      (inRule[1] ?? "").split(".").filter((part) => part !== ""),
    );
  if (/^require\s+\S+\s+$/u.test(before)) return [word("before")];
  if (/^forbid\s+\S+\s+$/u.test(before)) return [word("after")];
  if (/^(?:require\s+\S+\s+before|forbid)\s+$/u.test(before)) return targetCompletions(journey);
  if (/^start\s*->\s*$/.test(before)) return targetCompletions(journey);
  if (/^start\s+$/.test(before)) return [word("->")];
  if (/^resource\s+$/.test(before)) return resourceKindCompletions();
  const header = inHeader(before, place);
  if (header !== undefined) return header;
  const name = keyOf(before, place);
  return name === undefined ? [] : settingValueCompletions(name, place);
}

function inNode(place: CompletionPlace): readonly Offered[] {
  const { before } = place;
  const at = nodeAround(place);
  if (at === undefined) return [];
  const name = keyOf(before, place);
  if (name !== undefined) return propertyValueCompletions(name, at, place);
  if (before === "" && !place.isQuoted) {
    const node: Offered = {
      label: "node",
      kind: "keyword",
      detail: "an inner node",
      insert: "node ",
      snippet: "node ${1:Name}: $0",
      rank: 3,
      goesOn: true,
    };
    return [...propertyCompletions(at), ...outcomeCompletions(at), ...(at.declaration.kind === "page" ? [node] : [])];
  }
  const header = inHeader(before, place);
  if (header !== undefined) return header;
  if (/->\s*$/.test(before)) return targetCompletions(journeyAround(place), at.declaration.name?.text);
  const dotted = new RegExp(String.raw`^(?:.*,\s*)?(${key})\.$`, "u").exec(before)?.[1];
  if (dotted !== undefined) return [...outcomeCompletions(at, dotted), ...localesOf(dotted, place)];
  return /,\s*"?$/.test(before) || (before === "" && place.isQuoted) ? outcomeCompletions(at).map(asPart) : [];
}

/** In a list of outcomes the arrow may be there already. */
function asPart({ snippet: _, ...item }: Offered): Offered {
  return item;
}

/** Locales of a localised property, behind `pageHeader.`. */
function localesOf(property: string, place: CompletionPlace): readonly Offered[] {
  const at = nodeAround(place);
  const members = at?.declaration.members ?? [];
  const written = members.flatMap((member) =>
    member.kind === "property" && member.key.text === property
      ? [member.locale?.text ?? place.text.bound.scope.options.defaultLocale]
      : [],
  );
  const known = at?.node?.type && propertyIsLocalised(property, at);
  return known === true ? localeCompletions(place, written) : [];
}

function propertyIsLocalised(name: string, { node }: NonNullable<ReturnType<typeof nodeAround>>): boolean {
  const version = node?.type?.versions[node.version] ?? node?.type?.versions[node.type.defaultVersion];
  return version?.properties?.some((property) => property.name === name && property.localized === true) === true;
}

/** A node, or an inner node behind its page. */
function inLayout(block: BlockAround, place: CompletionPlace): readonly Offered[] {
  const journey = journeyAround(place);
  if (place.before === "") return layoutCompletions(block, journey);
  const page = /^([^\s.]+)\.$/u.exec(place.before)?.[1];
  return page === undefined ? [] : referenceCompletions(journey, [page]).filter(({ kind }) => kind === "node");
}

function inProperties(block: BlockAround, place: CompletionPlace): readonly Offered[] {
  if (place.before === "" && place.value === undefined && !place.isQuoted) return memberCompletions(block);
  const name = keyOf(place.before, place);
  return name === undefined ? [] : memberValueCompletions(block, name, place);
}
