import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { withResidue } from "../export-json/residue.js";
import type { Journey, JourneyNode, Model, Scenario, Setting } from "../model/model.js";
import type { Json } from "../text/json.js";
import { compareResources, compareScripts } from "./compare-dependencies.js";
import { compareFindings } from "./compare-findings.js";
import { compareLayout } from "./compare-layout.js";
import { compareNode } from "./compare-node.js";
import { comparePlaces } from "./compare-pages.js";
import { compareRules } from "./compare-rules.js";
import { compareScenarios } from "./compare-scenarios.js";
import { compareSettings, compareValues } from "./compare-values.js";
import { ComparedModel, type ComparedModels } from "./consequences/compared-models.js";
import { consequencesOf, isAboutSecurity } from "./consequences/consequences.js";
import type { Change, Consequence, Difference, FindingChange, JourneyDifference } from "./difference.js";
import { type JourneyPair, leadsToSame, pairJourneys, targetBefore, targetLabel } from "./journey-pair.js";
import { matchJourneys } from "./match/match-journeys.js";
import { type MovedNodes, movedNodes, sharedNodes } from "./moved-nodes.js";
import { withoutForm } from "./without-form.js";

/** One side of a comparison: its journeys and the findings about them. */
export interface ComparedSide {
  readonly model: Model;
  readonly findings: readonly Diagnostic[];
}

export interface CompareOptions {
  /** Whether positions, ids and export options count as changes. */
  readonly layout: boolean;
}

/** A difference, together with the journeys that it describes; pictures need both. */
export interface Comparison {
  readonly difference: Difference;
  /** The compared journeys by the names that `difference` uses. */
  readonly pairs: ReadonlyMap<string, JourneyPair>;
}

/** Compares two models in terms of nodes, outcomes and settings. */
export function compare(before: ComparedSide, after: ComparedSide, options: CompareOptions): Comparison {
  const matched = matchJourneys(before.model, after.model);
  const pairs = new Map<string, JourneyPair>();
  for (const journey of after.model.journeys) {
    const old = matched.beforeOf(journey);
    // An export is compared with everything that its model does not contain, so that nothing is missed.
    if (old !== undefined) pairs.set(journey.id, pairJourneys(withResidue(old), withResidue(journey)));
  }
  const journeys: JourneyDifference[] = [];
  const come = after.model.journeys.filter((journey) => matched.beforeOf(journey) === undefined);
  const gone = before.model.journeys.filter((journey) => matched.afterOf(journey) === undefined);
  const lost = unmatchedNodes(pairs, "before");
  const won = unmatchedNodes(pairs, "after");
  const whole = (kind: "journey-added" | "journey-removed", journey: Journey, others: typeof lost) =>
    ({ kind, journey: journey.id, nodes: journey.nodes.length, shared: sharedNodes(journey, others) }) as const;
  for (const journey of come) journeys.push(whole("journey-added", journey, lost));
  for (const journey of gone) journeys.push(whole("journey-removed", journey, won));
  const models = { before: new ComparedModel(before.model), after: new ComparedModel(after.model) };
  const moves = movedNodes(new Map([...lost, ...nodesBy(gone)]), new Map([...won, ...nodesBy(come)]));
  for (const [journey, pair] of pairs) journeys.push(...compareJourneys(journey, pair, models, moves, options));
  journeys.sort(
    (left, right) =>
      weightOf(right) - weightOf(left) || (left.journey < right.journey ? -1 : left.journey > right.journey ? 1 : 0),
  );
  const findings = compareFindings(before, after, [...pairs.values()]);
  const scenarios = compareScenarios(
    scenariosBeside(before.model, (journey) => matched.afterOf(journey)),
    scenariosBeside(after.model, (journey) => matched.beforeOf(journey)),
  );
  return { difference: { journeys, scenarios, findings: withoutTold(findings, journeys) }, pairs };
}

/** How much a reviewer must care for a journey's difference: first what weakens security, then what may, then other consequences. */
function weightOf(journey: JourneyDifference): number {
  if (journey.kind !== "journey-changed") return 1;
  const weaker = journey.consequences.filter(isAboutSecurity);
  if (weaker.length > 0) return weaker.every(isUncertain) ? 3 : 4;
  return journey.consequences.length > 0 ? 2 : 0;
}

function isUncertain(consequence: Consequence): boolean {
  return "security" in consequence && consequence.security === "unknown inner journey";
}

/** The scenarios of a version, without those of journeys that the other version has as exports: an export holds none. */
function scenariosBeside(
  { scenarios, journeys }: Model,
  partnerOf: (journey: Journey) => Journey | undefined,
): readonly Scenario[] {
  const partners = new Map(journeys.map((journey) => [journey.id, partnerOf(journey)]));
  return scenarios.filter(({ journey = "" }) => (partners.get(journey)?.origin.kind ?? "text") === "text");
}

/** The nodes of each compared journey that the other version does not have. */
function unmatchedNodes(pairs: ReadonlyMap<string, JourneyPair>, side: "before" | "after") {
  return new Map(
    [...pairs].map(([name, pair]) => {
      const partnerOf = (node: JourneyNode) =>
        side === "before" ? pair.nodes.afterOf(node) : pair.nodes.beforeOf(node);
      return [name, pair[side].nodes.filter((node) => partnerOf(node) === undefined)] as const;
    }),
  );
}

function nodesBy(journeys: readonly Journey[]): ReadonlyMap<string, readonly JourneyNode[]> {
  return new Map(journeys.map(({ id, nodes }) => [id, nodes]));
}

/** Whether nothing differs. Findings do not count, because they follow from the journeys. */
export function isSame({ journeys, scenarios }: Difference): boolean {
  return journeys.length === 0 && scenarios.length === 0;
}

function compareJourneys(
  journey: string,
  pair: JourneyPair,
  models: ComparedModels,
  moves: MovedNodes,
  options: CompareOptions,
): readonly JourneyDifference[] {
  const changes = changesOf(pair, moves, options);
  if (changes.length === 0) return [];
  return [{ kind: "journey-changed", journey, changes, consequences: consequencesOf(pair, models) }];
}

function changesOf(pair: JourneyPair, moves: MovedNodes, options: CompareOptions): readonly Change[] {
  const { before, after } = pair;
  const changes: Change[] = [];
  if (before.id !== after.id) changes.push({ kind: "journey-renamed", before: before.id, after: after.id });
  for (const change of compareSettings(settingsOf(before), settingsOf(after), pair.ids)) {
    changes.push({ kind: "journey-setting", change });
  }
  if (!leadsToSame(before.entry, after.entry, pair)) {
    const old = before.entry && targetBefore(before.entry.target, pair);
    changes.push({ kind: "start-moved", before: old, after: after.entry && targetLabel(after.entry.target) });
  }
  changes.push(...comparePlaces(pair, moves));
  for (const page of after.nodes) {
    for (const node of [page, ...page.children]) {
      const old = pair.nodes.beforeOf(node);
      if (old !== undefined) changes.push(...compareNode(old, node, pair));
    }
  }
  changes.push(...compareRules(pair), ...compareScripts(pair), ...compareResources(pair), ...compareRaw(pair, options));
  if (options.layout) changes.push(...compareLayout(pair));
  return changes;
}

function settingsOf(journey: Journey): ReadonlyMap<string, Setting> {
  return journey.categories === undefined
    ? journey.settings
    : new Map([...journey.settings, ["categories", journey.categories]]);
}

/** Compares what the model does not contain. Positions count only when layout is compared. */
function compareRaw({ before, after, ids }: JourneyPair, { layout }: CompareOptions): readonly Change[] {
  const comparable = (raw: Json) => (layout ? raw : withoutForm(raw));
  const old = before.raw && comparable(ids.value(before.raw));
  const now = after.raw && comparable(after.raw);
  return compareValues("raw", old, now).map((change) => ({ kind: "raw-changed", change }));
}

/** The findings that a consequence of the same node says, too. */
const toldBy: Partial<Record<Consequence["kind"], string>> = {
  unreachable: "unreachable-node",
  "check-repeated": "unlimited-retry",
};

/** Drops findings about nodes of which a consequence says the same. */
function withoutTold(
  findings: readonly FindingChange[],
  journeys: readonly JourneyDifference[],
): readonly FindingChange[] {
  const told = journeys.flatMap((journey) =>
    (journey.kind === "journey-changed" ? journey.consequences : []).flatMap((each) => {
      const code = toldBy[each.kind];
      return code !== undefined && "node" in each && each.node !== undefined ? [{ code, node: each.node }] : [];
    }),
  );
  return findings.filter(
    ({ kind, code, message }) =>
      kind !== "finding-appeared" ||
      !told.some(
        (each) => each.code === code && [each.node.name, each.node.title].some((name) => message.includes(`"${name}"`)),
      ),
  );
}
