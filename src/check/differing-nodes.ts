import { checkValue } from "../catalogue/check-value.js";
import { judgeCondition } from "../catalogue/condition.js";
import type { PropertyCondition } from "../catalogue/node-type.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Place, RelatedPlace } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { isUnknownProperty, knownVersion } from "../model/known-properties.js";
import type { JourneyNode } from "../model/model.js";
import { propertyValues } from "../model/property-values.js";
import type { Json } from "../text/json.js";
import { textsIn as allTextsIn } from "../text/texts-in.js";
import { type Agreement, agreements } from "./agreeing-settings.js";
import { nodeLabel } from "./describe-node.js";

/** Two nodes that do not agree in a setting. */
export interface DifferingSetting {
  readonly agreement: Agreement;
  readonly maker: JourneyNode;
  readonly user: JourneyNode;
  /** Which of the two stands alone with its value, or has left the setting out; otherwise the one that uses. */
  readonly odd: "maker" | "user";
  readonly at: Place;
  readonly related: readonly RelatedPlace[];
  readonly help: string;
  /** Whether other nodes have the right setting, and this one no misspelling of it: it may be meant to be refused. */
  readonly mayBeMeant: boolean;
  /** Where a value is no value of its setting, no address, or left out for a name that means nothing, that is told. */
  readonly restsOn: readonly Place[];
}

/** The differences of a journey's nodes in settings that must agree, one for each value that nothing makes. */
export function findDifferences(code: Agreement["code"], nodes: readonly JourneyNode[]): readonly DifferingSetting[] {
  const told = new Set<JourneyNode>();
  return agreements.flatMap((agreement) => {
    if (agreement.code !== code) return [];
    const makers = nodesOf(agreement.makers, agreement.when, nodes);
    const users = nodesOf(agreement.users, agreement.when, nodes);
    if (makers.length === 0 || [...makers, ...(agreement.oneIsEnough ? users : [])].some(isUnknown(agreement)))
      return [];
    const partners = (user: JourneyNode) => makers.filter((maker) => mayDiffer(agreement, maker, user));
    const lonely = users.filter(
      (user) => !isUnknown(agreement)(user) && partners(user).length > 0 && !makers.some(agrees(agreement, user)),
    );
    if (agreement.oneIsEnough && lonely.length < users.length) return [];
    const found: DifferingSetting[] = [];
    for (const user of lonely) {
      if (told.has(user)) continue;
      const alike = lonely.filter((other) => textOfSetting(other, agreement) === textOfSetting(user, agreement));
      for (const each of alike) told.add(each);
      const difference = differenceOf(agreement, partners(user), alike, users.length === alike.length);
      const mayBeMeant = lonely.length < users.length && !isMisspelling(agreement, user, partners(user));
      found.push({ ...difference, mayBeMeant });
    }
    return found;
  });
}

function differenceOf(
  agreement: Agreement,
  makers: readonly JourneyNode[],
  users: readonly JourneyNode[],
  isAll: boolean,
): Omit<DifferingSetting, "mayBeMeant"> {
  const [maker] = makers as [JourneyNode, ...JourneyNode[]];
  const [user] = users as [JourneyNode, ...JourneyNode[]];
  const makersAreAlike = makers.every((each) => textOfSetting(each, agreement) === textOfSetting(maker, agreement));
  const doubt = (each: JourneyNode) => (isExplicit(each, agreement) ? 0 : 1) + (fitsAddresses(each, agreement) ? 0 : 1);
  const makerIsOdder = users.length - makers.length || doubt(maker) - doubt(user);
  const odd = makersAreAlike && isAll && makerIsOdder > 0 ? "maker" : "user";
  const isCertain = makersAreAlike && (!isAll || makerIsOdder !== 0);
  const [wrong, right] = odd === "maker" ? [makers, users] : [users, makers];
  const text = textOfSetting(odd === "maker" ? user : maker, agreement) ?? "";
  const advice = isCertain
    ? `Write \`${propertyOf(wrong[0] ?? user, agreement)}: ${text}\`.`
    : "Give both nodes the same setting.";
  return {
    agreement,
    maker,
    user,
    odd,
    at: placeOfSetting(wrong[0] ?? user, propertyOf(wrong[0] ?? user, agreement)),
    related: [...wrong.slice(1), ...right].map((node) => ({
      place: placeOfSetting(node, propertyOf(node, agreement)),
      message: `${nodeLabel(node)} has ${textOfSetting(node, agreement) ?? "another one"}`,
    })),
    help: `${advice} ${agreement.effect}`,
    restsOn: [...wrong, ...right].flatMap((node) => groundsOfSetting(node, propertyOf(node, agreement))),
  };
}

/** The nodes of some types for which a condition may hold. */
export function nodesOf(
  types: readonly string[],
  when: PropertyCondition | undefined,
  nodes: readonly JourneyNode[],
): readonly JourneyNode[] {
  return nodes.filter(
    (node) =>
      types.includes(node.typeId) && (when === undefined || judgeCondition(when, propertyValues(node)) === "yes"),
  );
}

/** Where a node has a setting, or the node's name where it is left out. */
export function placeOfSetting(node: JourneyNode, property: string): Place {
  const setting = node.properties.get(property);
  return setting?.explicit === true ? setting.place : node.namePlace;
}

/**
 * Where else something may be wrong with a setting: with its value, or, where it is left out, with a setting that the node does not have, since that
 * may be meant for it.
 */
export function groundsOfSetting(node: JourneyNode, property: string): readonly Place[] {
  const { type, version, properties } = node;
  const setting = properties.get(property);
  const known = knownVersion(type, version);
  if (setting?.explicit === true) {
    const definition = known.properties?.get(property);
    const isSound = definition !== undefined && checkValue(definition, setting.value).length === 0;
    // Whether a text is a domain is judged elsewhere.
    return isSound && definition.format !== "domain" ? [] : [setting.place];
  }
  if (type === undefined) return [];
  return [...properties].flatMap(([name, { place, explicit }]) =>
    explicit && isUnknownProperty(name, type, known) ? [lineOfValue(place)] : [],
  );
}

/** The line of a value, on which its name stands, too. */
export function lineOfValue(place: Place): Place {
  const { source, range, pointer } = place;
  if (pointer !== undefined) return place;
  return { ...place, range: { start: source.lineStart(source.positionAt(range.start).line), end: range.end } };
}

/** The value as it is written in a text; `undefined` where it is not known, or nothing is set. */
export function textOfSetting(node: JourneyNode, agreement: Agreement): string | undefined {
  const value = node.properties.get(propertyOf(node, agreement))?.value;
  if (agreement.onlyEsvs === true) {
    const [name, another] = value === undefined || !isPlaceholder(value) ? [] : allTextsIn(value);
    return name === undefined || another !== undefined ? undefined : JSON.stringify(name);
  }
  const isKnown =
    typeof value === "number" ||
    (typeof value === "string" && value !== "" && !value.includes("&{")) ||
    (Array.isArray(value) && value.length > 0 && textsIn(value) !== undefined);
  return isKnown ? JSON.stringify(value) : undefined;
}

/** The name of the setting in one of the nodes that must agree. */
function propertyOf({ typeId }: JourneyNode, { users, property, usersProperty = property }: Agreement): string {
  return users.includes(typeId) ? usersProperty : property;
}

/** How many characters two spellings of one name differ in. */
const mostMisspelt = 2;

/** Whether two nodes are about the same, so that a difference is a mistake. */
function mayDiffer(agreement: Agreement, maker: JourneyNode, user: JourneyNode): boolean {
  const { pairedBy, onlyMisspelt } = agreement;
  if (pairedBy !== undefined) {
    const [name, other] = [maker, user].map(({ properties }) => properties.get(pairedBy)?.value);
    return typeof name === "string" && name === other;
  }
  if (onlyMisspelt !== true) return true;
  const [name = "", other = ""] = [textOfSetting(maker, agreement), textOfSetting(user, agreement)];
  return nearestName(name, [other], mostMisspelt) !== undefined;
}

/** Whether a node has nearly what one of the others has. */
function isMisspelling({ property }: Agreement, user: JourneyNode, makers: readonly JourneyNode[]): boolean {
  const [own = [], others = []] = [[user], makers].map((nodes) =>
    nodes.flatMap(({ properties }) => allTextsIn(properties.get(property)?.value ?? "")),
  );
  return own.some((each) => nearestName(each, others) !== undefined);
}

const isUnknown = (agreement: Agreement) => (node: JourneyNode) => textOfSetting(node, agreement) === undefined;

const agrees = (agreement: Agreement, user: JourneyNode) => (maker: JourneyNode) => {
  if (agreement.how === "same") return textOfSetting(user, agreement) === textOfSetting(maker, agreement);
  const [own, others] = [user, maker].map((node) => textsIn(node.properties.get(agreement.property)?.value));
  return own === undefined || others === undefined || own.some((each) => others.includes(each));
};

function textsIn(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.every((each) => typeof each === "string" && !isPlaceholder(each)) ? (value as string[]) : undefined;
}

function isExplicit(node: JourneyNode, agreement: Agreement): boolean {
  return node.properties.get(propertyOf(node, agreement))?.explicit === true;
}

/** Whether the node's own addresses belong to the domain that it names. */
function fitsAddresses({ properties }: JourneyNode, { property, addresses }: Agreement): boolean {
  const domain = properties.get(property)?.value;
  const list = addresses === undefined ? undefined : textsIn(properties.get(addresses)?.value);
  const hosts = list?.flatMap((each) => (URL.canParse(each) ? new URL(each).hostname : []));
  if (typeof domain !== "string" || hosts === undefined) return true;
  return hosts.every((host) => host === "" || host === domain || host.endsWith(`.${domain}`));
}
