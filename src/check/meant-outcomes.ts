import { nearestNames } from "../diagnostics/suggest.js";
import { placeOfListed } from "../model/listed-text.js";
import type { Connection, Journey, JourneyNode, Model, NodeOutcome } from "../model/model.js";
import { mostCompared } from "../model/outcome-advice.js";
import { isLabelled } from "../model/outcome-labels.js";
import { outcomeUse } from "./certain-outcomes.js";
import { documentOf } from "./journey-document.js";

/** A connection under a name that its node does not have, and the outcome that is meant by it. */
export interface MeantOutcome {
  readonly connection: Connection;
  readonly outcome: NodeOutcome;
  /** How that is known: the console or a button of the node calls it so, its name is nearly the same, or it is the only one that is listed and open. */
  readonly by: "label" | "spelling" | "listing";
}

const none: readonly MeantOutcome[] = [];

/** Journeys stay the same objects from one check to the next, so that a journey is compared once. */
const known = new WeakMap<Journey, Journey>();

const meantAt = new WeakMap<JourneyNode, readonly MeantOutcome[]>();

/** What was meant by connections of a node of a journey that `asMeant` has made. */
export function meantOutcomesOf(node: JourneyNode): readonly MeantOutcome[] {
  return meantAt.get(node) ?? none;
}

/**
 * The model in which each connection whose outcome is taken for a misspelt one is that of the outcome which is meant: all rules judge the ways
 * as they are meant, and one of them tells of the word.
 */
export function modelAsMeant(model: Model): Model {
  const journeys = model.journeys.map(asMeant);
  return journeys.every((journey, index) => journey === model.journeys[index]) ? model : { ...model, journeys };
}

export function asMeant(journey: Journey): Journey {
  const before = known.get(journey);
  if (before !== undefined) return before;
  const made = withMeant(journey);
  known.set(journey, made);
  if (made !== journey) known.set(made, made);
  return made;
}

function withMeant(journey: Journey): Journey {
  if (!journey.nodes.some(hasStrangeConnection)) return journey;
  const facts = { document: documentOf(journey) };
  let isChanged = false;
  const nodes = journey.nodes.map((node) => {
    if (!hasStrangeConnection(node)) return node;
    const { open, stale } = outcomeUse(node, facts);
    const meant = whatIsMeant(open, stale, node);
    if (meant.length === 0) return node;
    isChanged = true;
    const made = { ...node, connections: node.connections.map((each) => asConnected(each, meant)) };
    meantAt.set(made, meant);
    return made;
  });
  return isChanged ? { ...journey, nodes } : journey;
}

function hasStrangeConnection({ outcomes, outcomesKnown, connections }: JourneyNode): boolean {
  if (!outcomesKnown || outcomes.length === 0) return false;
  if (connections.every(({ outcomeId }, index) => outcomes[index]?.id === outcomeId)) return false;
  const ids = new Set(outcomes.map(({ id }) => id));
  return connections.some(({ outcomeId }) => !ids.has(outcomeId));
}

function asConnected(connection: Connection, meant: readonly MeantOutcome[]): Connection {
  const found = meant.find((each) => each.connection === connection);
  return found === undefined ? connection : { ...connection, outcomeId: found.outcome.id };
}

/** One outcome for each of the connections that mean nothing, or none at all. */
function whatIsMeant(
  open: readonly NodeOutcome[],
  stale: readonly Connection[],
  node: JourneyNode,
): readonly MeantOutcome[] {
  if (open.length === 0 || stale.length === 0 || stale.length > open.length || open.length > mostCompared) return none;
  const found = stale.flatMap((connection) => meantBy(connection, open, node) ?? none);
  const outcomes = new Set(found.map(({ outcome }) => outcome));
  if (found.length === stale.length && outcomes.size === found.length) return found;
  const [outcome, second] = open;
  const [connection, another] = stale;
  if (outcome === undefined || connection === undefined || second !== undefined || another !== undefined) return none;
  return placeOfListed(outcome.outcome, node) === undefined ? none : [{ connection, outcome, by: "listing" }];
}

function meantBy(connection: Connection, open: readonly NodeOutcome[], node: JourneyNode): MeantOutcome | undefined {
  const { outcomeId: written } = connection;
  const labelled = open.filter((each) => isLabelled(each, written, node));
  // What has no label but its own name, such as a choice, is rather misspelt, here or where it is listed.
  const by = labelled.every(({ displayName, outcome }) => displayName === outcome) ? "spelling" : "label";
  if (labelled.length > 0) return single(labelled, connection, by);
  const lower = written.toLowerCase();
  const begun = open.filter(({ outcome }) => lower !== "" && outcome.toLowerCase().startsWith(lower));
  if (begun.length > 0) return single(begun, connection, "spelling");
  const near = nearestNames(
    written,
    open.map(({ outcome }) => outcome),
  );
  return single(
    open.filter(({ outcome }) => near.includes(outcome)),
    connection,
    "spelling",
  );
}

function single(
  [outcome, second]: readonly NodeOutcome[],
  connection: Connection,
  by: MeantOutcome["by"],
): MeantOutcome | undefined {
  return outcome === undefined || second !== undefined ? undefined : { connection, outcome, by };
}
