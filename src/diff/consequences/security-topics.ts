import type { NodeRole } from "../../catalogue/node-type.js";
import { hasRole } from "../../check/node-behaviour.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode, Model } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import type { SecurityTopic } from "../difference.js";

const secondFactorTags: ReadonlySet<string> = new Set(["mfa", "multi-factor authentication", "otp"]);

/** The topic of each role that protects something; the first one that fits counts. */
const rolesByTopic: readonly (readonly [SecurityTopic, readonly NodeRole[]])[] = [
  ["lockout", ["limits-retries", "locks-account"]],
  ["second factor", ["proves-possession", "checks-code"]],
  ["password", ["checks-credential"]],
  ["account", ["identifies-account", "checks-account", "writes-account", "creates-account"]],
];

/** The order in which the topics of an inner journey count. */
const topicsByWeight: readonly SecurityTopic[] = ["second factor", "password", "lockout", "account"];

/** Says which nodes of a model protect something, and what. */
export class SecurityTopics {
  readonly #journeys: ReadonlyMap<string, Journey>;
  readonly #known = new Map<Journey, SecurityTopic | undefined>();

  constructor(model: Model) {
    this.#journeys = new Map(model.journeys.map((journey) => [journey.id, journey]));
  }

  /** The topic of a node, of a node on its page, or of the inner journey that it calls; `undefined` where none is known. */
  of(node: JourneyNode): SecurityTopic | undefined {
    if (node.typeId === innerJourneyTypeId) return this.#ofJourney(innerJourneyOf(node));
    if (node.type?.tags.some((tag) => secondFactorTags.has(tag))) return "second factor";
    const own = rolesByTopic.find(([, roles]) => roles.some((role) => hasRole(node, role)));
    if (own !== undefined) return own[0];
    return node.children.map((child) => this.of(child)).find((topic) => topic !== undefined);
  }

  #ofJourney(id: string | undefined): SecurityTopic | undefined {
    const journey = id === undefined ? undefined : this.#journeys.get(id);
    if (journey === undefined) return undefined;
    if (this.#known.has(journey)) return this.#known.get(journey);
    // A journey that calls itself has the topic of its other nodes.
    this.#known.set(journey, undefined);
    const topics = new Set(journey.nodes.map((node) => this.of(node)));
    const topic = topicsByWeight.find((each) => topics.has(each));
    this.#known.set(journey, topic);
    return topic;
  }
}
