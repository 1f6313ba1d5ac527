import type { NodeRole, NodeType, SecurityTopic } from "../../catalogue/node-type.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode, Model } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import type { WeakenedTopic } from "../difference.js";

const secondFactorTags: ReadonlySet<string> = new Set(["mfa", "multi-factor authentication", "otp"]);

/** The topic of each role that protects something; the first one that fits counts. */
const rolesByTopic: readonly (readonly [SecurityTopic, readonly NodeRole[]])[] = [
  ["lockout", ["limits-retries", "locks-account"]],
  ["second factor", ["proves-possession", "checks-code"]],
  ["password", ["checks-credential"]],
  ["risk", ["decides-by-risk"]],
  ["account", ["identifies-account", "checks-account", "writes-account", "creates-account"]],
];

/** The order in which topics count where several nodes have one. */
const topicsByWeight: readonly WeakenedTopic[] = [
  "second factor",
  "password",
  "unknown inner journey",
  "lockout",
  "account",
  "risk",
];

/** What nodes of a type protect; `undefined` where nothing is known. */
export function topicOfType({ tags, roles }: NodeType): SecurityTopic | undefined {
  if (tags.some((tag) => secondFactorTags.has(tag))) return "second factor";
  return rolesByTopic.find(([, known]) => known.some((role) => roles?.includes(role)))?.[0];
}

/** The topic that counts most; `undefined` where there is none. */
export function heaviestTopic(topics: Iterable<WeakenedTopic | undefined>): WeakenedTopic | undefined {
  const all = new Set(topics);
  return topicsByWeight.find((topic) => all.has(topic));
}

/** Says which nodes of a model protect something, and what. */
export class SecurityTopics {
  readonly #journeys: ReadonlyMap<string, Journey>;
  readonly #known = new Map<Journey, WeakenedTopic | undefined>();

  constructor(model: Model) {
    this.#journeys = new Map(model.journeys.map((journey) => [journey.id, journey]));
  }

  /** The topic of a node, of a node on its page, or of the inner journey that it runs; `undefined` where none is known. */
  of(node: JourneyNode): WeakenedTopic | undefined {
    if (node.typeId === innerJourneyTypeId) return this.#ofJourney(innerJourneyOf(node));
    const own = node.type && topicOfType(node.type);
    return own ?? node.children.map((child) => this.of(child)).find((topic) => topic !== undefined);
  }

  #ofJourney(id: string | undefined): WeakenedTopic | undefined {
    const journey = id === undefined ? undefined : this.#journeys.get(id);
    if (journey === undefined) return "unknown inner journey";
    if (this.#known.has(journey)) return this.#known.get(journey);
    // A journey that calls itself has the topic of its other nodes.
    this.#known.set(journey, undefined);
    const topic = heaviestTopic(journey.nodes.map((node) => this.of(node)));
    this.#known.set(journey, topic);
    return topic;
  }
}
