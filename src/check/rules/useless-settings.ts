import { versionOf } from "../../catalogue/catalogue.js";
import type { SettingTest, UselessSettings } from "../../catalogue/node-type.js";
import { isLike } from "../../catalogue/setting-test.js";
import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { groundsOfSetting, placeOfSetting } from "../differing-nodes.js";
import { findLateAnswers } from "../ignored-answers.js";
import type { JourneyFacts } from "../journey-facts.js";
import { MakersBefore } from "../makers-before.js";
import { meantAmount } from "../meant-amount.js";
import { isWellKnown } from "../proof/proof-of-outcome.js";
import { type Finding, nodeRule } from "../rule.js";
import { isTurnedOff, settingsThatWrite } from "../turned-off-writers.js";

/** Reports nodes with settings of which the catalogue says that the node is of no use with them. */
export const uselessSettings = nodeRule("useless-settings", "may-miss", (node) => {
  const useless = (node.type && versionOf(node.type, node.version)?.useless) ?? nothing;
  const all = useless.filter((each) => hasAll(node, each.when));
  return all.length === 0 ? [] : [(facts) => uselessIn(facts, node, all)];
});

function uselessIn(facts: JourneyFacts, node: JourneyNode, all: readonly UselessSettings[]) {
  const { later, before, lacking } = waysOf(facts);
  const found = all.find(
    (each) =>
      (each.unlessBefore === undefined || !later.mayCome(each, node)) &&
      (each.unlessBehind === undefined || !before.mayHaveCome(each.unlessBehind, node)) &&
      (each.ifNext === undefined || nextOf(node, each.ifNext, facts).length > 0),
  );
  if (found === undefined || !facts.document.hasBody(node.id)) return undefined;
  // What asks for something behind the node that would save it is told as such.
  if (found.unlessBefore !== undefined && findLateAnswers(facts)?.askers.includes(node) === true) return undefined;
  const finding = findingOf(found, node);
  if (found.ifNext === undefined) return finding;
  // Where it is certain that nothing makes what the next one needs, that is told there.
  const isTold = nextOf(node, found.ifNext, facts).some((next) => lacking().has(next));
  return isTold ? undefined : { ...finding, at: node.namePlace };
}

function nodesThatLack(facts: JourneyFacts): ReadonlySet<JourneyNode> {
  const { state } = facts;
  const writers = settingsThatWrite(facts);
  const lacking = state.reads.filter(
    (at) => at.read.required && (state.isMissingAtFirst(at) || isTurnedOff(at, writers.get(at.read.key), facts)),
  );
  return new Set(lacking.map(({ node }) => node));
}

/** The nodes of some types that a node leads straight to. */
function nextOf(node: JourneyNode, types: readonly string[], { graph }: JourneyFacts): readonly JourneyNode[] {
  const at = graph.byName.get(node.page ?? node.name) ?? graph.start;
  return (graph.outgoing[at] ?? []).flatMap(({ to }) => {
    const vertex = graph.vertices[to];
    return vertex?.kind === "node" && types.includes(vertex.node.typeId) ? [vertex.node] : [];
  });
}

const nothing: readonly UselessSettings[] = [];

/** What comes before and behind nodes, found once for all nodes of a journey. */
interface Ways {
  readonly later: LaterUses;
  readonly before: MakersBefore;
  /** The nodes of which it is certain that nothing makes what they need. */
  readonly lacking: () => ReadonlySet<JourneyNode>;
}

const knownWays = new WeakMap<JourneyFacts, Ways>();

function waysOf(facts: JourneyFacts): Ways {
  let ways = knownWays.get(facts);
  if (ways === undefined) {
    let found: ReadonlySet<JourneyNode> | undefined;
    const lacking = () => {
      found ??= nodesThatLack(facts);
      return found;
    };
    ways = { later: new LaterUses(facts), before: new MakersBefore(facts), lacking };
    knownWays.set(facts, ways);
  }
  return ways;
}

function findingOf(found: UselessSettings, node: JourneyNode): Finding<"useless-settings"> {
  const names = Object.keys(found.when);
  const set = names.filter((name) => node.properties.get(name)?.explicit === true);
  const at = placeOfSetting(node, set.at(-1) ?? names.at(-1) ?? "");
  const grounds = names.flatMap((name) => groundsOfSetting(node, name));
  const others = set.slice(0, -1).map((name) => placeOfSetting(node, name));
  return {
    at,
    args: { node: nodeLabel(node), settings: names.map((name) => settingText(node, name)), effect: found.effect },
    help: found.help + amountMeant(node, found),
    related: others.map((place) => ({ place, message: "Together with this" })),
    // A value that is missing, of the wrong kind, or refused by the platform, is told as such. Several that stand there leave none missing.
    restsOn: set.length > 1 ? [at, ...others] : [at, node.namePlace, ...(set.length > 0 ? [] : grounds)],
  };
}

/** Where something may make use of what a node leaves to those behind it; each set is found once for all nodes. */
class LaterUses {
  readonly #facts: JourneyFacts;
  readonly #known = new Map<
    UselessSettings,
    { readonly used: ReadonlySet<number>; readonly late: ReadonlySet<number> }
  >();

  constructor(facts: JourneyFacts) {
    this.#facts = facts;
  }

  /**
   * Whether a node of a type that does, or one of which nobody knows what it does, comes at or behind a node. One may also come in the journey
   * that runs this one, where it is not too late then.
   */
  mayCome(setting: UselessSettings, node: JourneyNode): boolean {
    const { graph, reached, isGivenState } = this.#facts;
    const at = graph.byName.get(node.page ?? node.name);
    if (at === undefined || !reached.has(at)) return true;
    // That nothing leads to the one which is there is told at that one.
    if (this.#isLost(setting)) return true;
    const { used, late } = this.#setsOf(setting);
    return used.has(at) || (isGivenState && !late.has(at));
  }

  #isLost({ unlessBefore = [] }: UselessSettings): boolean {
    const { graph, reached, nodes } = this.#facts;
    return nodes.some(({ typeId, page, name }) => {
      const index = unlessBefore.includes(typeId) ? graph.byName.get(page ?? name) : undefined;
      return index !== undefined && !reached.has(index);
    });
  }

  #setsOf(setting: UselessSettings) {
    let sets = this.#known.get(setting);
    if (sets === undefined) {
      const { unlessBefore = [], tooLateAt = [] } = setting;
      sets = {
        used: this.#leadingTo((node) => unlessBefore.includes(node.typeId) || !isWellKnown(node)),
        late: this.#leadingTo(({ typeId }) => tooLateAt.includes(typeId)),
      };
      this.#known.set(setting, sets);
    }
    return sets;
  }

  #leadingTo(isMeant: (node: JourneyNode) => boolean): ReadonlySet<number> {
    const found = this.#facts.verticesWith((node) => (node.children.length > 0 ? node.children : [node]).some(isMeant));
    return reaching(
      this.#facts.graph,
      found.map(({ index }) => index),
    );
  }
}

/** The amount in the unit of a setting, where one that is out of all use is most likely in another one. */
function amountMeant({ type, version, properties }: JourneyNode, { when }: UselessSettings): string {
  const [[name, test] = [], more] = Object.entries(when);
  const known = type && versionOf(type, version);
  const property = known?.properties?.find((each) => each.name === name);
  const found = Number(name === undefined ? undefined : properties.get(name)?.value);
  if (more !== undefined || typeof test !== "object" || property === undefined) return "";
  if (!("above" in test || "below" in test)) return "";
  const isUseless = (value: number) =>
    known?.useless?.some((each) => {
      const [only, second] = Object.entries(each.when);
      return second === undefined && only?.[0] === name && only?.[1] !== undefined && isLike(value, only[1]);
    });
  const meant = meantAmount(property, found, (value) => isUseless(value) !== true);
  return meant === undefined ? "" : ` \`${meant.written}\` are ${found} ${meant.unit}.`;
}

function hasAll({ properties }: JourneyNode, when: Readonly<Record<string, SettingTest>>): boolean {
  for (const name in when) {
    const test = when[name];
    if (test !== undefined && !isLike(properties.get(name)?.value, test)) return false;
  }
  return true;
}

/** A setting as a text has it; a name alone where there is no value. */
function settingText({ properties }: JourneyNode, name: string): string {
  const value = properties.get(name)?.value;
  return value === undefined || value === null ? `no \`${name}\`` : `\`${name}: ${JSON.stringify(value)}\``;
}
