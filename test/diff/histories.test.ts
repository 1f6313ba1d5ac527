import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.js";
import type { Change } from "../../src/diff/difference.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";
import { diceOf, editAtRandom } from "../support/history-edits.js";
import type { LooseExport } from "../support/import-support.js";
import { once } from "../support/once.js";
import { remint } from "../support/remint.js";

/** HISTORIES=3000 tries more of them, on all families of the corpus; SEED gives others. */
const count = Number(process.env.HISTORIES ?? 25);
const seed = Number(process.env.SEED ?? 1);

/** Real journeys in which each node has a body, as the platform writes them. */
const loadJourneys = once((_all: "all"): readonly LooseExport[] =>
  corpusSample(process.env.HISTORIES === undefined ? 12 : 1)
    .filter(({ kind }) => kind === "journey")
    .map(({ file }): LooseExport => JSON.parse(readCorpus(file)))
    .map((each) => (each.trees === undefined ? each : Object.values<LooseExport>(each.trees)[0]))
    .filter(isWhole),
);

function isWhole({ tree, nodes, innerNodes }: LooseExport): boolean {
  const ids = Object.keys(tree?.nodes ?? {});
  const isLeaf = (id: string) => nodes?.[id] && !Array.isArray(nodes[id].nodes);
  const isNode = (id: string) => nodes?.[id]?._type?._id === tree.nodes[id].nodeType && tree.nodes[id].connections;
  const children = ids.flatMap((id) => (nodes?.[id]?.nodes ?? []) as LooseExport[]);
  return (
    ids.length > 2 &&
    ids.length === Object.keys(nodes ?? {}).length &&
    ids.every(isNode) &&
    ids.some(isLeaf) &&
    innerNodes !== undefined &&
    children.every(({ _id }) => innerNodes[_id] !== undefined && tree.nodes[_id] === undefined)
  );
}

/** What is known of a node without any matching: the id says which it is. */
interface KnownNode {
  readonly title: string;
  readonly page: string | undefined;
  readonly settings: LooseExport;
  readonly connections: Readonly<Record<string, string>>;
  readonly place: string;
}

function nodesOf({ tree, nodes, innerNodes }: LooseExport): ReadonlyMap<string, KnownNode> {
  const known = new Map<string, KnownNode>();
  for (const [id, { displayName, connections, x, y }] of Object.entries<LooseExport>(tree.nodes)) {
    known.set(id, { title: displayName, page: undefined, settings: nodes[id], connections, place: `${x}, ${y}` });
    for (const child of nodes[id].nodes ?? []) {
      known.set(child._id, {
        title: child.displayName,
        page: id,
        settings: innerNodes[child._id],
        connections: {},
        place: "",
      });
    }
  }
  return known;
}

/** All changes from one version to the other, found by id alone. */
function truth(before: LooseExport, after: LooseExport): readonly string[] {
  const [old, now] = [nodesOf(before), nodesOf(after)];
  const changes: string[] = [];
  for (const [id, { title }] of old) if (!now.has(id)) changes.push(`removed ${title}`);
  for (const [id, node] of now) {
    const was = old.get(id);
    if (was === undefined) changes.push(`added ${node.title}`);
    else changes.push(...changesOf(was, node));
  }
  if (before.tree.entryNodeId !== after.tree.entryNodeId) changes.push("start");
  for (const [id, script] of Object.entries<LooseExport>(after.scripts ?? {})) {
    if (script.script !== before.scripts[id].script) changes.push(`script ${script.name}`);
  }
  return changes.sort();
}

function changesOf(was: KnownNode, { title, page, settings, connections, place }: KnownNode): readonly string[] {
  const keys = new Set([...Object.keys(was.settings), ...Object.keys(settings)]);
  const outcomes = new Set([...Object.keys(was.connections), ...Object.keys(connections)]);
  return [
    ...(was.title === title ? [] : [`renamed ${was.title} > ${title}`]),
    ...(was.page === page ? [] : [`moved ${title}`]),
    ...(was.place === place || was.page !== page ? [] : ["placed"]),
    ...[...keys]
      .filter((key) => key !== "nodes" && !isDeepStrictEqual(was.settings[key], settings[key]))
      .map((key) => `setting ${title} ${key}`),
    ...[...outcomes].filter((outcome) => was.connections[outcome] !== connections[outcome]).map(() => `arrow ${title}`),
  ];
}

/** The platform would have written other outcomes for a node with other settings; the edits here leave the old ones. */
function isNoEcho(expected: readonly string[]): (told: string) => boolean {
  return (told) => {
    const [, node] = /^(setting .*) _outcomes$/.exec(told) ?? [];
    return node === undefined || !expected.some((each) => each.startsWith(`${node} `));
  };
}

/** A told change in the words of the oracle. */
function wordsOf(change: Change): string {
  switch (change.kind) {
    case "node-added":
      return `added ${change.node.title}`;
    case "node-removed":
      return `removed ${change.node.title}`;
    case "node-renamed":
      return `renamed ${change.before.title} > ${change.node.title}`;
    case "node-moved":
      return `moved ${change.node.title}`;
    case "node-setting":
      return `setting ${change.node.title} ${change.change.path[0]}`;
    case "outcome-rewired":
      return `arrow ${change.node.title}`;
    case "start-moved":
      return "start";
    case "script-changed":
      return `script ${change.script}`;
    case "placed":
      return "placed";
    default:
      return JSON.stringify(change);
  }
}

const sideOf = (value: JsonObject) => {
  return { model: readExport(new SourceFile("a.json", JSON.stringify(value)), {}).model, findings: [] };
};

function told(before: LooseExport, after: LooseExport, layout: boolean): readonly Change[] {
  const { difference } = compare(sideOf(before), sideOf(after), { layout });
  return difference.journeys.flatMap((each) => {
    if (each.kind !== "journey-changed") throw new Error(`${each.kind} ${each.journey}`);
    // The form of an export is what most of its nodes have, and not what an edit is about.
    return each.changes.filter(({ kind }) => kind !== "export-option");
  });
}

describe.skipIf(!corpusIsThere)("diff of random histories of real journeys (skipped without the corpus)", () => {
  test("tells what was changed, no less and no more, where nodes kept their ids", () => {
    const wrong: unknown[] = [];
    for (let run = 0; run < count; run++) {
      const dice = diceOf(seed * 1_000_003 + run);
      const journeys = loadJourneys("all");
      const before = journeys[dice(journeys.length)];
      const after = structuredClone(before);
      const made = editAtRandom(after, dice, 1 + dice(5));
      // With all nodes replaced, a journey is one that was created anew.
      if (Object.keys(before.tree.nodes).every((id) => !Object.hasOwn(after.tree.nodes, id))) continue;
      const expected = truth(before, after);
      const found = told(before, after, true).map(wordsOf).filter(isNoEcho(expected)).sort();
      if (!isDeepStrictEqual(expected, found))
        wrong.push({
          run,
          journey: before.tree._id,
          made,
          missed: without(expected, found),
          invented: without(found, expected),
        });
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test("claims no rename without evidence, and follows each node of a title of its own, where all ids are new", () => {
    const wrong: unknown[] = [];
    for (let run = 0; run < count; run++) {
      const dice = diceOf(seed * 2_000_003 + run);
      const journeys = loadJourneys("all");
      const before = journeys[dice(journeys.length)];
      const after = structuredClone(before);
      const made = editAtRandom(after, dice, dice(5));
      const expected = truth(before, after).filter((each) => each !== "placed");
      const changes = told(before, remint(after, run) as LooseExport, false);
      const found = changes.map(wordsOf).filter(isNoEcho(expected)).sort();
      const problems = [
        ...((expected.length === 0) === (found.length === 0) ? [] : ["all or nothing"]),
        ...changes.filter((change) => isBold(change, before, after)).map(wordsOf),
        ...[...uniqueTitles(before, after)].flatMap((title) => {
          const about = (list: readonly string[]) => list.filter((each) => isAbout(each, title));
          return isDeepStrictEqual(about(found), about(expected))
            ? []
            : [...about(found), "in the place of", ...about(expected)];
        }),
      ];
      if (problems.length > 0) wrong.push({ run, journey: before.tree._id, made, problems });
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});

/** Whether a change claims that a node has another title although its settings say nothing of the kind. */
function isBold(change: Change, before: LooseExport, after: LooseExport): boolean {
  if (change.kind !== "node-renamed" || change.isLikely) return false;
  const settingsOf = (journey: LooseExport, title: string) =>
    [...nodesOf(journey).values()].filter((node) => node.title === title).map(({ settings }) => own(settings));
  const old = settingsOf(before, change.before.title);
  return !settingsOf(after, change.node.title).some((now) => old.some((was) => isDeepStrictEqual(was, now)));
}

/** The settings of a node without what names it. */
function own({ _id, _rev, nodes, ...settings }: LooseExport): LooseExport {
  return settings;
}

/** The titles that one and the same node has in both versions, and no other node. */
function uniqueTitles(before: LooseExport, after: LooseExport): ReadonlySet<string> {
  const titles = [before, after].map((journey) => {
    const ids = new Map<string, string | undefined>();
    for (const [id, { title }] of nodesOf(journey)) ids.set(title, ids.has(title) ? undefined : id);
    return ids;
  });
  return new Set(
    [...titles[0]!].flatMap(([title, id]) => (id !== undefined && titles[1]!.get(title) === id ? [title] : [])),
  );
}

/** Whether a change tells what became of a node of a title, or of its settings. Its page and arrows depend on what became of other nodes. */
function isAbout(words: string, title: string): boolean {
  return (
    [`added ${title}`, `removed ${title}`].includes(words) ||
    words.startsWith(`renamed ${title} > `) ||
    words.endsWith(` > ${title}`) ||
    (words.startsWith(`setting ${title} `) && !words.slice(9 + title.length).includes(" "))
  );
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return some.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
