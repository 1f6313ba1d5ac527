import type { Action, CallbacksAction, Effects } from "../action.js";
import type { Callback } from "../callbacks/callback.js";
import type { Properties } from "../properties.js";
import type { World } from "../world/world.js";
import type { Frame, Pending } from "./frame.js";
import type { PreparedNode } from "./prepare.js";

/** The key of shared state under which a page records which callback belongs to which inner node. */
export const callbackOwners = "pageNodeCallbacks";

/** Gives an inner node its turn with its own callbacks. */
export type VisitChild = (child: PreparedNode, callbacks: readonly Callback[]) => Action | Promise<Action>;

/** The result of a page's turn: its action, and the callbacks that will come back. */
export interface PageTurn {
  readonly action: Action;
  readonly pending?: Pending;
}

/** The result of one inner node's turn, and the indexes of the answers that it was given. */
interface ChildTurn {
  readonly answered: readonly number[];
  readonly action: Action;
}

/**
 * Runs a page: every inner node in order, each with its own callbacks. While one of them still asks, the page sends all
 * callbacks again: those of finished nodes with their answers and old ids, the others with new ids.
 */
export async function runPage(
  frame: Frame,
  page: PreparedNode,
  answers: readonly Callback[],
  world: World,
  visit: VisitChild,
): Promise<PageTurn> {
  const { children } = page;
  if (children.length === 0) return thrown("This page has no nodes in it, so cannot proceed");
  const owners = frame.pending.owners ?? [];
  const turns: ChildTurn[] = [];
  for (const index of turnOrder(children)) {
    const child = children[index];
    if (!child) continue;
    const answered = placesOf(owners, index, answers.length);
    const action = await visit(child, answersAt(answered, answers));
    if (action.kind === "error" || action.kind === "stub") return { action };
    if (action.kind === "suspend") return { action: withEffects(action, effectsOf([...turns, { answered, action }])) };
    turns[index] = { answered, action };
    // A user who goes to an identity provider skips the rest of the page.
    if (action.kind === "outcome" && action.outcome === "socialAuthentication") {
      frame.state.removeShared(callbackOwners);
      return { action: { kind: "outcome", outcome: action.outcome } };
    }
  }
  return finish(frame, page.properties, turns, answers, world);
}

/** The places of the answers to what an inner node has asked. */
function placesOf(owners: readonly number[], index: number, count: number): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < count; place++) if (owners[place] === index) places.push(place);
  return places;
}

function answersAt(places: readonly number[], answers: readonly Callback[]): readonly Callback[] {
  const found: Callback[] = [];
  for (const place of places) {
    const answer = answers[place];
    if (answer !== undefined) found.push(answer);
  }
  return found;
}

/** The order of turns: a SelectIdP node in the last place comes first. */
function turnOrder(children: readonly PreparedNode[]): readonly number[] {
  const order = children.map((_, index) => index);
  const last = children.length - 1;
  return children[last]?.facts.type === "SelectIdPNode" ? [last, ...order.slice(0, last)] : order;
}

function finish(
  frame: Frame,
  properties: Properties,
  turns: readonly ChildTurn[],
  answers: readonly Callback[],
  world: World,
): PageTurn {
  const effects = effectsOf(turns);
  const asking = turns.some(({ action }) => action.kind === "callbacks" && action.callbacks.some(isQuestion));
  if (!asking) {
    frame.state.removeShared(callbackOwners);
    const last = turns.at(-1)?.action;
    if (last?.kind !== "outcome") return thrown("No outcome and only metadata callbacks found");
    return { action: withEffects({ kind: "outcome", outcome: last.outcome }, effects) };
  }
  const pending = collect(frame, turns, answers);
  const owners = (pending.ids ?? []).map((id, place) => [String(id), pending.owners?.[place] ?? 0] as const);
  frame.state.putShared(callbackOwners, Object.fromEntries(owners));
  const action = { ...describe(properties, turns, world), callbacks: pending.callbacks };
  return { action: withEffects(action, effects), pending };
}

/** Collects the callbacks that the page sends now. */
function collect(frame: Frame, turns: readonly ChildTurn[], answers: readonly Callback[]): Required<Pending> {
  const oldIds = frame.pending.ids ?? [];
  let nextId = Math.max(-1, ...oldIds) + 1;
  const callbacks: Callback[] = [];
  const owners: number[] = [];
  const ids: number[] = [];
  const shown = [...turns.keys()];
  // The choice of identity providers is shown above the rest of the page.
  const first = turns.findIndex(({ action }) => action.kind === "callbacks" && action.callbacks.some(offersProviders));
  for (const index of first > 0 ? [first, ...shown.filter((each) => each !== first)] : shown) {
    const turn = turns[index];
    if (!turn) continue;
    const asked = turn.action.kind === "callbacks" ? turn.action.callbacks : undefined;
    for (const callback of asked ?? answersAt(turn.answered, answers)) {
      callbacks.push(callback);
      owners.push(index);
      if (asked) ids.push(nextId++);
    }
    if (!asked) for (const place of turn.answered) ids.push(oldIds[place] ?? nextId++);
  }
  return { callbacks, owners, ids };
}

/** Header, description and stage are the page's own, or else those of the last inner node that gives one. */
function describe(
  properties: Properties,
  turns: readonly ChildTurn[],
  world: World,
): Omit<CallbacksAction, "callbacks"> {
  const given = turns.flatMap(({ action }) => (action.kind === "callbacks" ? [action] : []));
  const header = world.localise(properties.map("pageHeader")) || given.findLast((action) => action.header)?.header;
  const description =
    world.localise(properties.map("pageDescription")) || given.findLast((action) => action.description)?.description;
  const stage = properties.text("stage") || given.findLast((action) => action.stage)?.stage;
  return {
    kind: "callbacks",
    ...(header && { header }),
    ...(description && { description }),
    ...(stage && { stage }),
  };
}

/** A page passes on the session properties of its inner nodes; the platform drops all their other effects. */
function effectsOf(turns: readonly ChildTurn[]): Effects | undefined {
  const properties = turns.flatMap(({ action }) => Object.entries(action.effects?.sessionProperties ?? {}));
  return properties.length === 0 ? undefined : { sessionProperties: Object.fromEntries(properties) };
}

function withEffects<Kind extends Action>(action: Kind, effects: Effects | undefined): Kind {
  return effects ? { ...action, effects } : action;
}

function isQuestion({ type }: Callback): boolean {
  return type !== "MetadataCallback";
}

function offersProviders({ type }: Callback): boolean {
  return type === "SelectIdPCallback";
}

function thrown(message: string): PageTurn {
  return { action: { kind: "error", message } };
}
