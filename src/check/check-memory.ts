import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { KeptFacts, OtherJourneys } from "./journey-facts.js";
import { NodeIds } from "./node-ids.js";
import { SettleMemory } from "./settle-memory.js";

/** The last version of a journey that was looked at. */
interface Version {
  readonly nodes: readonly JourneyNode[];
  readonly facts: KeptFacts | undefined;
}

/** What the rules for single journeys have found in one, each with the index of its rule. */
export type JourneyFindings = readonly (readonly [rule: number, finding: Diagnostic])[];

/** A question about the other journeys that was asked while the facts about one were computed, and its answer. */
interface Question {
  readonly ask: (others: OtherJourneys) => unknown;
  readonly answer: unknown;
}

/** All that the facts about one journey depend on, besides the journey itself. */
class Questions {
  readonly asked = new Map<string, Question>();
  /** The journeys whose facts were used. */
  readonly used = new Set<Journey>();
}

/**
 * Keeps what rules have found, for programs that check a model again and again. A journey is checked again when it is another object, or when
 * something has changed that its rules have asked about the other ones. It serves one list of rules and one set of options.
 */
export class CheckMemory {
  readonly nodeIds = new NodeIds();
  readonly settled = new SettleMemory();
  readonly #findings = new Map<Journey, JourneyFindings>();
  readonly #questions = new Map<Journey, Questions>();
  /** By the id of a journey. */
  readonly #versions = new Map<string, Version>();

  /** Forgets what does not hold any more among these journeys. */
  begin(journeys: readonly Journey[], others: OtherJourneys): void {
    const there = new Set(journeys);
    const judge = new Judge(there, this.#questions, others);
    const lapsed = [...this.#questions.keys()].filter((journey) => !judge.holds(journey));
    for (const journey of lapsed) {
      this.#questions.delete(journey);
      this.#findings.delete(journey);
    }
    if (lapsed.length === 0) return;
    const ids = new Set(journeys.map(({ id }) => id));
    for (const id of this.#versions.keys()) if (!ids.has(id)) this.#versions.delete(id);
  }

  /**
   * What facts about a journey may take over from those about the version before, and leave for the next one. Where most of its nodes are new, as in most
   * journeys of a workspace and while a name is typed, nothing is kept.
   */
  factsKeptOf({ id, nodes }: Journey): KeptFacts | undefined {
    const before = this.#versions.get(id);
    const facts = before !== undefined && areMostlySame(before.nodes, nodes) ? (before.facts ?? {}) : undefined;
    this.#versions.set(id, { nodes, facts });
    return facts;
  }

  findingsOf(journey: Journey): JourneyFindings | undefined {
    return this.#findings.get(journey);
  }

  keep(journey: Journey, findings: JourneyFindings): void {
    this.#findings.set(journey, findings);
  }

  /** The other journeys, for the facts about one: what is asked is written down. */
  recorderFor(journey: Journey, others: OtherJourneys): OtherJourneys {
    let questions = this.#questions.get(journey);
    if (questions === undefined) {
      questions = new Questions();
      this.#questions.set(journey, questions);
    }
    return recorder(questions, others);
  }
}

function areMostlySame(nodes: readonly JourneyNode[], others: readonly JourneyNode[]): boolean {
  let same = 0;
  for (let at = 0; at < nodes.length; at++) if (nodes[at] === others[at]) same++;
  return 2 * same > others.length;
}

/** Tells which journeys everything is still true of that their facts depend on. */
class Judge {
  readonly #there: ReadonlySet<Journey>;
  readonly #questions: ReadonlyMap<Journey, Questions>;
  readonly #others: OtherJourneys;
  readonly #ownHold = new Map<Journey, boolean>();

  constructor(there: ReadonlySet<Journey>, questions: ReadonlyMap<Journey, Questions>, others: OtherJourneys) {
    this.#there = there;
    this.#questions = questions;
    this.#others = others;
  }

  /** Whether the answers to the questions of a journey, and of all whose facts it uses, are the same. */
  holds(journey: Journey): boolean {
    const needed = new Set([journey]);
    // The set grows while it is walked.
    for (const each of needed) {
      if (!this.#answersHold(each)) return false;
      for (const other of this.#questions.get(each)?.used ?? []) needed.add(other);
    }
    return true;
  }

  #answersHold(journey: Journey): boolean {
    let holds = this.#ownHold.get(journey);
    if (holds === undefined) {
      const questions = this.#questions.get(journey);
      holds =
        this.#there.has(journey) &&
        questions !== undefined &&
        [...questions.asked.values()].every(({ ask, answer }) => ask(this.#others) === answer);
      this.#ownHold.set(journey, holds);
    }
    return holds;
  }
}

function recorder({ asked, used }: Questions, others: OtherJourneys): OtherJourneys {
  function noted<Answer>(key: string, ask: (others: OtherJourneys) => Answer): Answer {
    const known = asked.get(key);
    if (known !== undefined) return known.answer as Answer;
    const answer = ask(others);
    asked.set(key, { ask, answer });
    return answer;
  }
  return {
    externalJourneys: others.externalJourneys,
    writtenKeys: {
      isForAnother: (...args) =>
        noted(JSON.stringify(["isForAnother", ...args]), ({ writtenKeys }) => writtenKeys.isForAnother(...args)),
      meantBy: (key, journey) =>
        noted(JSON.stringify(["meantBy", key, journey.id]), ({ writtenKeys }) => writtenKeys.meantBy(key, journey)),
    },
    journeyById: (id) => noted(JSON.stringify(["journeyById", id]), (each) => each.journeyById(id)),
    nearestJourney: (id) => noted(JSON.stringify(["nearestJourney", id]), (each) => each.nearestJourney(id)),
    isCalled: (journey) => noted(JSON.stringify(["isCalled", journey.id]), (each) => each.isCalled(journey)),
    isForFoundAccounts: (journey) =>
      noted(JSON.stringify(["isForFoundAccounts", journey.id]), (each) => each.isForFoundAccounts(journey)),
    isAlone: () => noted("isAlone", (each) => each.isAlone()),
    isStarted: (journey) => noted(JSON.stringify(["isStarted", journey.id]), (each) => each.isStarted(journey)),
    isIncomplete: (journey) =>
      noted(JSON.stringify(["isIncomplete", journey.id]), (each) => each.isIncomplete(journey)),
    // What a journey calls stands in it alone.
    callsOf: (journey) => others.callsOf(journey),
    factsOf: (journey) => {
      used.add(journey);
      return others.factsOf(journey);
    },
  };
}
