import { versionOf } from "../catalogue/catalogue.js";
import { disagreeingBodyVersion } from "../model/body-version.js";
import type { JourneyNode, NodeOutcome } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";
import { decidingChild, outcomesBySettings } from "./outcomes-by-settings.js";

/**
 * Differences between a node's outcomes and its connections. Both lists are empty where the node's outcomes are
 * uncertain.
 */
export interface OutcomeUse {
  /** Outcomes without a connection. */
  readonly open: readonly NodeOutcome[];
  /** Connections for outcomes that the node does not have. */
  readonly stale: JourneyNode["connections"];
}

type ItsDocument = Pick<JourneyFacts, "document">;

const nothing: OutcomeUse = { open: [], stale: [] };

/**
 * Compares a node's outcomes with its connections. A list of outcomes in the export, or one that a text builds, is trusted. Without it, a
 * connection that the catalogue does not expect means that another release of the platform wrote the export, so nothing
 * is certain. Nothing is certain either where the settings are missing or give another version of the node than the
 * journey does.
 */
export function outcomeUse(node: JourneyNode, facts: ItsDocument): OutcomeUse {
  if (disagreeingBodyVersion(node) !== undefined) return nothing;
  if (!node.outcomesKnown) return { open: otherOfTwo(node), stale: [] };
  const older = bySettings(node, facts);
  if (older !== undefined) return older;
  if (connectsEachInTurn(node)) return nothing;
  const open = openOutcomes(node);
  const known = new Set(node.outcomes.map((outcome) => outcome.id));
  const stale = node.connections.filter((connection) => !known.has(connection.outcomeId));
  const { document } = facts;
  if (!document.hasBody(node.id)) return nothing;
  if (document.listsOutcomes(node.id)) return { open: open.filter((each) => !isGone(node, each, facts)), stale };
  if (stale.length > 0 || mayBeOfAnotherRelease(node)) return nothing;
  return { open: open.filter(({ id }) => !isMissingElsewhere(node, id)), stale };
}

/**
 * The other outcome of a type that most likely has just two, where the one that is connected confirms it: what may be true may be false as
 * well.
 */
function otherOfTwo({ type, version, outcomes, connections, children }: JourneyNode): readonly NodeOutcome[] {
  const rule = type && versionOf(type, version)?.outcomes;
  const [connected, more] = connections;
  if (rule?.confidence !== "inferred" || outcomes.length !== 2 || children.length > 0) return [];
  if (connected === undefined || more !== undefined) return [];
  const open = outcomes.filter(({ id }) => id !== connected.outcomeId);
  return open.length === 1 ? open : [];
}

/** The differences from what the settings say, where a listing is older than the settings, which decide. */
function bySettings(node: JourneyNode, { document }: ItsDocument): OutcomeUse | undefined {
  const { id, children, connections } = node;
  const decided = children.length === 0 ? outcomesBySettings(node) : undefined;
  if (decided === undefined || !document.hasBody(id) || !document.listsOutcomes(id)) return undefined;
  const ids = new Set(decided.map((outcome) => outcome.id));
  const connected = new Set(connections.map(({ outcomeId }) => outcomeId));
  return {
    open: decided.filter((outcome) => !connected.has(outcome.id)),
    stale: connections.filter(({ outcomeId }) => !ids.has(outcomeId)),
  };
}

/** Whether the settings of the inner node that decides on a page no longer give it an outcome that the page's older list has. */
function isGone(page: JourneyNode, { child, outcome }: NodeOutcome, { document }: ItsDocument): boolean {
  const decider = decidingChild(page);
  if (decider === undefined || !document.hasBody(decider.id)) return false;
  if (child !== undefined && child !== decider.name) return false;
  const decided = outcomesBySettings(decider);
  return decided?.some((each) => each.outcome === outcome) === false;
}

/**
 * Whether a node of a vendor has settings of another release than the catalogue knows: it lacks some. Such nodes are installed on their own,
 * in any release, and get other outcomes with them.
 */
function mayBeOfAnotherRelease({ type, version, properties }: JourneyNode): boolean {
  if (type === undefined || !(type.where.marketplace || type.where.custom !== undefined)) return false;
  return versionOf(type, version)?.properties?.some(({ name }) => !properties.has(name)) === true;
}

/** Whether other releases of the node type lack an outcome, so that this export may come from one of them. */
function isMissingElsewhere({ type, version }: JourneyNode, id: string): boolean {
  const seen = type && versionOf(type, version)?.outcomes.alsoSeen;
  return seen?.some((ids) => !ids.includes(id)) === true;
}

/** The outcomes of a node that have no connection. */
export function openOutcomes(node: JourneyNode): readonly NodeOutcome[] {
  if (connectsEachInTurn(node)) return [];
  const connected = new Set(node.connections.map((connection) => connection.outcomeId));
  return node.outcomes.filter((outcome) => !connected.has(outcome.id));
}

/**
 * Whether each outcome has its connection, in the same order, and there is no other. This is the usual case, and it is
 * decided without building a set.
 */
function connectsEachInTurn({ outcomes, connections }: JourneyNode): boolean {
  if (outcomes.length !== connections.length) return false;
  for (let index = 0; index < outcomes.length; index++) {
    if (outcomes[index]?.id !== connections[index]?.outcomeId) return false;
  }
  return true;
}
