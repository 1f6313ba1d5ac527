import { createDiagnostic, type Diagnostic, type Fix, type Place } from "../diagnostics/diagnostic.js";
import { arrowPlaces } from "../model/arrow-places.js";
import { createGraph, type JourneyGraph } from "../model/graph.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { Journey, JourneyNode, Scenario } from "../model/model.js";
import type { BoundStep, Expect, Resume, StepNode, Submit } from "../model/scenario.js";

/** What the steps before have said of the run. */
type Whereabouts = "begun" | "anywhere" | "suspended" | "suspended from the beginning" | "ended" | StepNode;

/** The last node of the journey that was answered, and whether a link has been followed since. */
interface LastAnswer {
  readonly vertex: number;
  readonly isResumed: boolean;
}

/**
 * Finds steps that cannot be taken where they stand, whatever the journey does: answers to a journey that is suspended or has ended, to
 * another node than the one where it waits, or to a node that no way leads to from the one before; and places where a suspended journey
 * cannot be. Of a scenario, the first is told.
 */
export class StepOrder {
  readonly #journeyOf: (id: string) => Journey | undefined;
  readonly #stubs: ReadonlySet<string>;
  readonly #graphs = new Map<Journey, JourneyGraph>();

  /** `stubs` are the names of nodes that run in no scenario. */
  constructor(journeyOf: (id: string) => Journey | undefined, stubs: ReadonlySet<string>) {
    this.#journeyOf = journeyOf;
    this.#stubs = stubs;
  }

  judge({ journey: id, steps }: Scenario): readonly Diagnostic[] {
    if (id === undefined) return [];
    const journey = this.#journeyOf(id);
    const stubbed = new Set(this.#stubs);
    for (const step of steps) if (step.kind === "stub") stubbed.add(step.node.node);
    let at: Whereabouts = "begun";
    let last: LastAnswer | undefined = { vertex: 0, isResumed: false };
    let hasWaited = false;
    for (const step of steps) {
      if (step.kind === "submit") {
        const wrong = answerTo(at, step) ?? (journey && last && this.#lostWay(journey, last, step, stubbed));
        if (wrong !== undefined) return [wrong];
        const vertex = journey && step.node.journey === id ? this.#vertexOf(journey, step.node.node) : undefined;
        last = vertex === undefined ? undefined : { vertex, isResumed: false };
      } else if (step.kind === "expect") {
        // A journey that has timed out fails wherever it is.
        const isCertain = !hasWaited || step.subject !== "failure";
        if (isCertain && isSuspended(at) && isEnd(step))
          return [impossible(step, "the journey is suspended", resumeFirst(step.place))];
        const wrong = journey && last && isCertain && this.#lostExpectation(journey, last, step, stubbed, at);
        if (wrong) return [wrong];
      } else if (step.kind === "resume") {
        const wrong = withoutLink(at, step, (node) => this.#nodeOf(node));
        if (wrong !== undefined) return [wrong];
        last &&= { ...last, isResumed: true };
      } else if (step.kind === "wait") hasWaited = true;
      at = whereaboutsAfter(step, at, (node) => this.#nodeOf(node));
    }
    return [];
  }

  /** Whether no way leads from the last answered node to this one, or only one over a node that suspends the journey. */
  #lostWay(journey: Journey, last: LastAnswer, step: Submit, stubbed: ReadonlySet<string>): Diagnostic | undefined {
    const { vertex } = last;
    if (step.node.journey !== journey.id) return undefined;
    const graph = this.#graphOf(journey);
    const to = this.#vertexOf(journey, step.node.node);
    // What was answered wrongly is asked again.
    if (to === undefined || to === vertex) return undefined;
    if (!reachableFrom(graph, vertex).has(to)) {
      if (journey.entry === undefined || journey.nodes.some(mayLeadOn)) return undefined;
      const before = graph.vertices[vertex];
      const problem = before?.kind === "node" ? `no way leads there from "${before.node.name}"` : "no way leads there";
      const help = "Answer the nodes in the order in which the journey comes to them.";
      // A node that is not reached has a finding of its own.
      const lost = [...reaching(graph, to)].flatMap((index) => {
        const found = graph.vertices[index];
        return found?.kind === "node" ? [found.node.namePlace] : [];
      });
      return impossible(step, problem, { help, restsOn: [...lost, ...waysOf(journey)] });
    }
    if (!this.#needsResume(graph, last, to, stubbed)) return undefined;
    const restsOn = waysOf(journey);
    return impossible(step, "the journey is suspended before it", { ...resumeFirst(step.place), restsOn });
  }

  /** Whether the journey can be where it is expected only after its link has been followed. */
  #lostExpectation(
    journey: Journey,
    last: LastAnswer,
    step: Expect,
    stubbed: ReadonlySet<string>,
    at: Whereabouts,
  ): Diagnostic | undefined {
    // At the beginning, the link may be one that the scenario does not show.
    if (at === "ended" || at === "suspended from the beginning") return undefined;
    const graph = this.#graphOf(journey);
    const to = vertexExpected(step, graph, journey);
    if (to === undefined || to === last.vertex || !reachableFrom(graph, last.vertex).has(to)) return undefined;
    if (!this.#needsResume(graph, last, to, stubbed)) return undefined;
    const restsOn = waysOf(journey);
    return impossible(step, "the journey is suspended before it", { ...resumeFirst(step.place), restsOn });
  }

  /** Whether every way from the last answered node to another one goes over a node that suspends the journey. */
  #needsResume(
    graph: JourneyGraph,
    { vertex, isResumed }: LastAnswer,
    to: number,
    stubbed: ReadonlySet<string>,
  ): boolean {
    const suspends = (index: number) => {
      const found = graph.vertices[index];
      return found?.kind === "node" && !stubbed.has(found.node.name) && suspendsAlways(found.node);
    };
    return !isResumed && !reachableFrom(graph, vertex, ({ from }) => !suspends(from)).has(to);
  }

  #graphOf(journey: Journey): JourneyGraph {
    let graph = this.#graphs.get(journey);
    if (graph === undefined) {
      graph = createGraph(journey);
      this.#graphs.set(journey, graph);
    }
    return graph;
  }

  #nodeOf({ journey: id, node }: StepNode): JourneyNode | undefined {
    const journey = id === undefined ? undefined : this.#journeyOf(id);
    const vertex = journey && this.#graphOf(journey).vertices[this.#vertexOf(journey, node) ?? 0];
    return vertex?.kind === "node" ? vertex.node : undefined;
  }

  #vertexOf(journey: Journey, node: string): number | undefined {
    return this.#graphOf(journey).byName.get(node);
  }
}

function isSuspended(at: Whereabouts): boolean {
  return at === "suspended" || at === "suspended from the beginning";
}

function isEnd({ subject }: Expect): boolean {
  return subject === "success" || subject === "failure";
}

function answerTo(at: Whereabouts, step: Submit): Diagnostic | undefined {
  if (at === "anywhere" || at === "begun") return undefined;
  if (at === "suspended from the beginning") {
    const help = "Nothing has been answered before: did you mean `expect suspended` behind this step?";
    return impossible(step, "the journey is suspended", { help });
  }
  if (at === "suspended") return impossible(step, "the journey is suspended", resumeFirst(step.place));
  if (at === "ended") return impossible(step, "the journey has ended", { help: "Write the steps before its end." });
  if (at.journey === undefined || at.journey !== step.node.journey || at.node === step.node.node) return undefined;
  return impossible(step, `the journey waits at "${at.node}"`, { help: `Answer \`${at.node}\` first.` });
}

/** Where the ways of a journey are told to be wrong: then nothing is known of the order of steps. */
function waysOf({ entry, nodes, rules }: Journey): readonly Place[] {
  const arrows = arrowPlaces(nodes);
  const open = nodes.filter(mayLeadOn).map(({ namePlace }) => namePlace);
  return [...(entry ? [entry.targetPlace] : []), ...arrows, ...open, ...rules.map(({ place }) => place)];
}

type FindNode = (node: StepNode) => JourneyNode | undefined;

function withoutLink(at: Whereabouts, step: Resume, nodeOf: FindNode): Diagnostic | undefined {
  if (typeof at === "string" && at !== "ended") return undefined;
  // Another node than a page may have suspended the journey itself.
  if (at !== "ended" && nodeOf(at)?.children.length === 0) return undefined;
  const problem = at === "ended" ? "the journey has ended" : `the journey waits at "${at.node}"`;
  return impossible(step, problem, { help: "Only a suspended journey is resumed." });
}

function whereaboutsAfter(step: BoundStep, at: Whereabouts, nodeOf: FindNode): Whereabouts {
  if (step.kind === "submit" || step.kind === "resume") return "anywhere";
  if (step.kind !== "expect") return at;
  switch (step.subject) {
    case "suspended":
      return at === "begun" ? "suspended from the beginning" : "suspended";
    case "success":
    case "failure":
    case "error":
      return "ended";
    case "at": {
      const node = nodeOf(step.node);
      return node !== undefined && suspendsAlways(node) ? "suspended" : step.node;
    }
    default:
      return at;
  }
}

/** The node or the end that a step expects the journey to have come to. */
function vertexExpected(step: Expect, graph: JourneyGraph, { id }: Journey): number | undefined {
  if (step.subject === "success" || step.subject === "failure") return graph[step.subject];
  if (step.subject !== "at" || step.node.journey !== id) return undefined;
  return graph.byName.get(step.node.node);
}

function impossible(
  step: Submit | Resume | Expect,
  problem: string,
  extras: { readonly help: string; readonly fixes?: readonly Fix[]; readonly restsOn?: readonly Place[] },
): Diagnostic {
  const what =
    step.kind === "resume"
      ? "resume"
      : step.kind === "submit"
        ? `submit ${step.node.text}`
        : step.subject === "at"
          ? `expect at ${step.node.text}`
          : `expect ${step.subject}`;
  return createDiagnostic("impossible-step", step.place, { step: what, problem }, extras);
}

function resumeFirst({ range: { start }, source }: Place): { readonly help: string; readonly fixes: readonly Fix[] } {
  const indent = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  const edits = [{ range: { start, end: start }, text: `resume\n${indent}` }];
  const isFirst = indent.trim() === "";
  return { help: "Write `resume` before it.", fixes: isFirst ? [{ title: "Write resume", edits }] : [] };
}

/** A node that sends its text when it suspends the journey does so each time. */
function suspendsAlways({ type, version, children }: JourneyNode): boolean {
  const callbacks = type?.versions[version]?.callbacks;
  return children.length === 0 && callbacks?.some((use) => use.type === "SuspendedTextOutputCallback") === true;
}

/** Whether an outcome may lead to something that the graph does not show. */
function mayLeadOn({ connections, outcomes, outcomesKnown }: JourneyNode): boolean {
  if (!outcomesKnown || connections.some(({ target }) => target.kind === "foreign")) return true;
  return outcomes.some(({ id }) => !connections.some(({ outcomeId }) => outcomeId === id));
}
