import { nodeLabel } from "../check/describe-node.js";
import { findInnerCalls } from "../check/inner-calls.js";
import { soundnessOf } from "../check/soundness.js";
import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import type { FindingChange } from "./difference.js";
import { type FindingSubject, FindingSubjects, type ReadPair, readPairs } from "./finding-subjects.js";
import type { JourneyPair } from "./journey-pair.js";
import { mayStillReveal } from "./undecided-findings.js";

/** One side: its journeys and the findings about them. */
interface CheckedModel {
  readonly model: Model;
  readonly findings: readonly Diagnostic[];
}

/** The findings of both sides that are not known to be the same. */
interface Open {
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
}

/** What the same findings have in common; `undefined` where nothing can be said. */
type Likeness = (finding: Diagnostic, side: keyof Open) => string | undefined;

/**
 * The findings that appeared or disappeared. Old findings are compared under the names and ids of the new side. What is found of the
 * same node or journey, on another path or with other details, is the same flaw. An export and a text name nodes differently in
 * messages; there, findings of one rule on one node are the same.
 */
export function compareFindings(
  before: CheckedModel,
  after: CheckedModel,
  pairs: readonly JourneyPair[],
): readonly FindingChange[] {
  const rename = renamer(pairs);
  const all = { before: before.findings, after: after.findings };
  const read = readPairs(before.model, after.model, pairs);
  const subjects = {
    before: new FindingSubjects(read, "before", before.model.journeys),
    after: new FindingSubjects(read, "after", after.model.journeys),
  };
  const byMessage = withoutLike(all, (finding, side) => {
    const message = side === "before" ? rename(finding.message) : finding.message;
    const subject = subjects[side].of(finding);
    return `${finding.code} ${subject?.node === undefined ? "" : subject.key} ${message}`;
  });
  const flawOf = (finding: Diagnostic, side: keyof Open, renamed: (text: string) => string) => {
    const subject = subjects[side].of(finding);
    return subject && flaw(finding, subject, side === "before" ? renamed : (text) => text);
  };
  const byName = withoutLike(byMessage, (finding, side) => flawOf(finding, side, rename));
  // A name may be that of another thing, too, which has kept it.
  const kept = withoutLike(byName, (finding, side) => flawOf(finding, side, (text) => text));
  // Where nodes went to a new journey, or came out of one that is gone, their findings went with them.
  const open = (["after", "before"] as const).reduce(
    (left, lone) =>
      withoutLike(left, (finding, side) =>
        side === lone && subjects[side].of(finding) !== undefined ? undefined : `${finding.code} ${finding.message}`,
      ),
    kept,
  );
  const mixed = (side: keyof Open) => (finding: Diagnostic) => {
    const subject = subjects[side].of(finding);
    return subject && isMixed(subject.pair) ? `${finding.code} ${subject.key}` : undefined;
  };
  const come = withoutAnyOf(open.after, mixed("after"), new Set(before.findings.map(mixed("before"))));
  const gone = withoutAnyOf(open.before, mixed("before"), new Set(after.findings.map(mixed("after"))));
  const called = { before: calledJourneys(before.model), after: calledJourneys(after.model) };
  const isPassedOver = (finding: Diagnostic) => {
    // Nothing is mended where the whole journey is gone.
    if (subjects.before.loneJourneyOf(finding) !== undefined) return true;
    const { pair, node } = subjects.before.of(finding) ?? {};
    if (pair === undefined || soundnessOf(finding.code) !== "may-miss") return false;
    const now = allNodes(pair.after.nodes).find(({ id }) => node !== undefined && id === pair.ids.text(node.id));
    if (finding.code === "account-existence-revealed" && now !== undefined && mayStillReveal(now, pair.after))
      return true;
    return called.after.has(pair.after.id) && !called.before.has(pair.before.id);
  };
  return [
    ...unique(come.map(changeOf("finding-appeared", subjects.after))),
    // Of a journey that others run, rules that may miss flaws leave to them what they report of others, and some need to know what comes.
    ...unique(gone.filter((finding) => !isPassedOver(finding)).map(changeOf("finding-gone", subjects.before))),
  ];
}

function changeOf(kind: FindingChange["kind"], subjects: FindingSubjects) {
  return (finding: Diagnostic): FindingChange => {
    const { code, severity, message } = finding;
    const journey = subjects.of(finding)?.pair.after.id ?? subjects.loneJourneyOf(finding)?.id;
    return { kind, ...(journey === undefined ? {} : { journey }), code, severity, message };
  };
}

/** Changes that read alike are told once. */
function unique(changes: readonly FindingChange[]): readonly FindingChange[] {
  return [...new Map(changes.map((each) => [JSON.stringify(each), each])).values()];
}

/** Takes away each finding with one of the other side that is like it. */
function withoutLike(open: Open, likenessOf: Likeness): Open {
  const waiting = new Map<string, Diagnostic[]>();
  for (const finding of open.before) {
    const likeness = likenessOf(finding, "before");
    if (likeness === undefined) continue;
    const alike = waiting.get(likeness);
    if (alike) alike.push(finding);
    else waiting.set(likeness, [finding]);
  }
  const same = new Set<Diagnostic>();
  const after = open.after.filter((finding) => {
    const old = waiting.get(likenessOf(finding, "after") ?? "")?.shift();
    if (old !== undefined) same.add(old);
    return old === undefined;
  });
  return { before: open.before.filter((finding) => !same.has(finding)), after };
}

function withoutAnyOf(
  findings: readonly Diagnostic[],
  keyOf: (finding: Diagnostic) => string | undefined,
  others: ReadonlySet<string | undefined>,
): readonly Diagnostic[] {
  return findings.filter((finding) => {
    const key = keyOf(finding);
    return key === undefined || !others.has(key);
  });
}

/** The codes whose findings are about a journey, although they stand at one of its arrows. */
const ofJourney: ReadonlySet<Code> = new Set(["success-without-credential"]);

/** The codes of which a node has one finding at most, whatever the message names besides. */
const ofNode: ReadonlySet<Code> = new Set(["unknown-inner-journey"]);

/**
 * What is wrong with what: the code, the node or journey, and the message without what follows a colon, which tells how, and
 * without numbers and the node's name, which may have changed.
 */
function flaw({ code, message }: Diagnostic, { pair, node, key }: FindingSubject, rename: (text: string) => string) {
  if (ofJourney.has(code)) return `${code} ${pair.after.id}`;
  if (ofNode.has(code)) return `${code} ${key}`;
  const [head = ""] = message.split(": ");
  const own = node === undefined ? head : head.replace(JSON.stringify(nodeLabel(node)), "its node");
  return `${code} ${key} ${rename(own).replace(/\d+/g, "#")}`;
}

function isMixed({ before, after }: ReadPair): boolean {
  return (before.origin.kind === "text") !== (after.origin.kind === "text");
}

function calledJourneys({ journeys }: Model): ReadonlySet<string> {
  return new Set(journeys.flatMap((journey) => findInnerCalls(journey).map(({ inner }) => inner)));
}

/** Replaces the names and ids of the old side, which messages hold in quotes, by those of the new side. */
function renamer(pairs: readonly JourneyPair[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const { before, nodes, ids, after } of pairs) {
    names.set(before.name, after.name).set(before.id, after.id);
    for (const node of allNodes(before.nodes)) {
      const other = nodes.afterOf(node);
      if (other === undefined) continue;
      names.set(node.name, other.name).set(node.displayName, other.displayName);
      names.set(node.id, ids.text(node.id));
    }
  }
  return (text) =>
    text.replace(/"([^"]*)"/g, (whole, name: string) => (names.has(name) ? `"${names.get(name)}"` : whole));
}
