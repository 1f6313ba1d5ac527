import type { Action, CallbacksAction, Effects } from "../action.js";
import type { Callback } from "../callbacks/callback.js";
import type { Properties } from "../properties.js";
import type { World } from "../world/world.js";
import type { Frame, Pending } from "./frame.js";
import type { PreparedNode } from "./prepare.js";

/** Where a page keeps in shared state which callback is whose. */
const callbackOwners = "pageNodeCallbacks";

/** Gives an inner node its turn with its own callbacks. */
export type VisitChild = (child: PreparedNode, callbacks: readonly Callback[]) => Action | Promise<Action>;

/** What a page has come to: its action, and what it has sent, for when it comes back. */
export interface PageTurn {
  readonly action: Action;
  readonly pending?: Pending;
}

/** What one inner node has done in this turn. */
interface ChildTurn {
  readonly answered: readonly number[];
  readonly action: Action;
}

/**
 * Runs a page: every inner node in order, each with its own callbacks. As long as one of them still asks, all
 * callbacks are sent again, those of finished nodes with their answers and ids, the others with ids never used before.
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
    const answered = answers.flatMap((_, place) => (owners[place] === index ? [place] : []));
    const action = await visit(
      child,
      answered.flatMap((place) => answers[place] ?? []),
    );
    if (action.kind === "error" || action.kind === "stub") return { action };
    if (action.kind === "suspend") return { action: withEffects(action, effectsOf([...turns, { answered, action }])) };
    turns[index] = { answered, action };
    // Whoever goes to an identity provider has no use for the rest of the page.
    if (action.kind === "outcome" && action.outcome === "socialAuthentication") {
      frame.state.removeShared(callbackOwners);
      return { action: { kind: "outcome", outcome: action.outcome } };
    }
  }
  return finish(frame, page.properties, turns, answers, world);
}

/** The last child comes first where it offers identity providers. */
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

/** What the page sends now. */
function collect(frame: Frame, turns: readonly ChildTurn[], answers: readonly Callback[]): Required<Pending> {
  const oldIds = frame.pending.ids ?? [];
  let nextId = Math.max(-1, ...oldIds) + 1;
  const callbacks: Callback[] = [];
  const owners: number[] = [];
  const ids: number[] = [];
  const shown = [...turns.keys()];
  // Offered providers stand above the rest of the page.
  const first = turns.findIndex(({ action }) => action.kind === "callbacks" && action.callbacks.some(offersProviders));
  for (const index of first > 0 ? [first, ...shown.filter((each) => each !== first)] : shown) {
    const turn = turns[index];
    if (!turn) continue;
    const asked = turn.action.kind === "callbacks" ? turn.action.callbacks : undefined;
    for (const callback of asked ?? turn.answered.flatMap((place) => answers[place] ?? [])) {
      callbacks.push(callback);
      owners.push(index);
      if (asked) ids.push(nextId++);
    }
    if (!asked) for (const place of turn.answered) ids.push(oldIds[place] ?? nextId++);
  }
  return { callbacks, owners, ids };
}

/** Header, description and stage are the page's own, or else those of the last inner node that gives any. */
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

/** Of all that the inner nodes' actions carry, a page hands on the session properties alone. */
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
