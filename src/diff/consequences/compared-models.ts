import { createGraph } from "../../model/graph.js";
import type { Journey, Model } from "../../model/model.js";
import { CheckedTopics } from "./checked-topics.js";
import { SecurityTopics } from "./security-topics.js";

/** Both models, for consequences that look into inner journeys. */
export interface ComparedModels {
  readonly before: ComparedModel;
  readonly after: ComparedModel;
}

/** What the nodes of a model protect, and what its journeys check; found out once for all journeys that are compared. */
export class ComparedModel {
  readonly journeys: ReadonlyMap<string, Journey>;
  readonly topics: SecurityTopics;
  #checks: readonly CheckedTopics[] | undefined;

  constructor(model: Model) {
    this.journeys = new Map(model.journeys.map((journey) => [journey.id, journey]));
    this.topics = new SecurityTopics(model);
  }

  /** The checks of a second factor, of a password, and of either of them; not needed where no journey differs. */
  get checks(): readonly CheckedTopics[] {
    this.#checks ??= this.#findChecks();
    return this.#checks;
  }

  #findChecks(): readonly CheckedTopics[] {
    const graphs = new Map([...this.journeys].map(([id, journey]) => [id, createGraph(journey)]));
    const topics = [["second factor"], ["password"], ["password", "second factor"]] as const;
    return topics.map((each) => new CheckedTopics(graphs, each));
  }
}
