import { lettersOf } from "../catalogue/console-labels.js";
import type { NodeProperty } from "../catalogue/node-type.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { NodeDeclaration, PageDeclaration, Property, Value } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { wordsOfName } from "../text/words-of-name.js";
import { adviseOnConcept } from "./concept-advice.js";
import { entryOfMap } from "./entry-of-map.js";
import { expectedBy } from "./expected-value.js";
import { isJourneySetting } from "./journey-setting.js";
import type { KnownVersion } from "./known-properties.js";
import { namedOtherwise } from "./named-otherwise.js";
import { isEndOf, lastWordOf, longerName } from "./newer-property.js";
import { lookUpNodeType } from "./node-types.js";
import { type JourneyScope, placeIn } from "./scope.js";

const localeForm = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** What the author gives the node. */
export interface GivenNames {
  readonly declaration: NodeDeclaration | PageDeclaration;
  readonly given: ReadonlyMap<string, unknown>;
  /** Whether a property of this name and the same locale is among it. */
  readonly isTaken: (name: string) => boolean;
}

/** What a property that the type does not have may be. */
export interface MeantProperty {
  readonly extras: DiagnosticExtras;
  /** The required property that it stands for. */
  readonly required: string | undefined;
  /** Whether the value is judged with the name. */
  readonly withValue: boolean;
  /** Whether it is not known at all what is meant. */
  readonly isOther?: true;
}

/**
 * The property that an unknown one is meant to be: that with the nearest name, that with a locale behind it
 * (`pageHeader-de`), the only one that ends or begins like it (`header`, `attributes`), or the only required one that lacks and takes the value
 * (`journey: "Profile"` for `tree`).
 */
export function meantProperty(
  unknown: Property,
  known: KnownVersion,
  { declaration, given, isTaken }: GivenNames,
  scope: JourneyScope,
): MeantProperty {
  const { key, locale: behindDot, value } = unknown;
  const { properties = new Map<string, NodeProperty>() } = known;
  const written = key.text;
  const place = placeIn(scope, key.range);
  const [, text = "", tail] =
    /^(\w+?)(?:[-_.:/#@]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)|(?=[A-Z])([A-Z][a-z]))$/
      .exec(written)
      ?.filter((part) => part !== undefined) ?? [];
  // `de.pageHeader`
  if (behindDot !== undefined && properties.get(behindDot.text)?.localized === true && localeForm.test(written)) {
    const range = { start: key.range.start, end: behindDot.range.end };
    return meant(rename({ ...place, range }, `${behindDot.text}.${written}`), behindDot.text);
  }
  // `this.hostPort`
  if (behindDot !== undefined && properties.has(behindDot.text)) {
    const range = { start: key.range.start, end: behindDot.range.end };
    return meant(rename({ ...place, range }, behindDot.text), behindDot.text);
  }
  const locale = tail?.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  // `message_no` is the text of the button "No", and no Norwegian message.
  const isProperty = [...properties.keys()].some((name) => lettersOf(name) === lettersOf(written));
  if (locale !== undefined && !isProperty && properties.get(text)?.localized === true)
    return meant(rename(place, `${text}.${locale}`), undefined);
  const lacking = known.demanded.filter((name) => !given.has(name));
  const inUse = namesInUse(properties);
  const otherwise = calledOtherwise(unknown, properties, { inUse, needed: lacking, isTaken }, scope);
  if (otherwise !== undefined) {
    const required = lacking.find((name) => name === otherwise.only);
    const property = required === undefined ? undefined : properties.get(required);
    if (property !== undefined && value?.kind === "name") return standsFor(property, value, place, scope);
    return meant(otherwise.extras, required);
  }
  const near = scope.reporter.nearest(written, inUse);
  if (near !== undefined && isTaken(near)) return meant({ help: `\`${near}\` is set already.` }, undefined);
  if (near !== undefined)
    return meant(
      scope.reporter.offer([near], place),
      lacking.find((name) => name === near),
    );
  // `Username: UsernameCollector` in a page.
  if (value?.kind === "name" && lookUpNodeType(value.text, scope) !== undefined) {
    const { start } = place.range;
    const fixes = [{ title: "Write node", edits: [{ range: { start, end: start }, text: "node " }] }];
    const isInPage = known.properties?.has("pageHeader") === true;
    const help = `A node is declared as \`node ${written}: ${value.text}\`${isInPage ? "" : ", in the journey"}.`;
    return meant(isInPage ? { help, fixes } : { help }, undefined);
  }
  const longer = longerName(written, inUse) ?? lastWordOf(written, inUse) ?? successorOf(written, properties, inUse);
  if (longer !== undefined && !isTaken(longer))
    return meant(
      // A part of the middle may as well be another property, of a newer platform.
      isEndOf(written, longer) ? scope.reporter.offer([longer], place) : { help: `Did you mean \`${longer}\`?` },
      lacking.find((name) => name === longer),
    );
  const concept = conceptIn(unknown, known, { declaration, isTaken }, scope);
  if (concept !== undefined) return meant(concept, undefined);
  const older = scope.reporter.nearest(written, properties.keys());
  if (older !== undefined && !isTaken(older)) {
    const offered = scope.reporter.offer([older], place);
    return meant({ ...offered, help: `${offered.help ?? ""} It is no longer used.`.trimStart() }, undefined);
  }
  const [required, second] = lacking.filter((name) => takes(properties.get(name), value));
  const property = required === undefined ? undefined : properties.get(required);
  if (property === undefined || second !== undefined || value === undefined)
    return namesNodes(value, scope)
      ? meant({ help: arrowsLead }, undefined)
      : elsewhere(unknown, known, { needed: lacking, isTaken }, scope);
  return standsFor(property, value, place, scope);
}

/** The properties of a type that may be meant. */
interface NamesOfType {
  readonly inUse: readonly string[];
  /** Those that the node needs and lacks. */
  readonly needed: readonly string[];
  readonly isTaken: (name: string) => boolean;
}

/** What is said of a property that the console, other products or people call otherwise; `undefined` where it is not known. */
function calledOtherwise(
  { key, value }: Property,
  properties: ReadonlyMap<string, NodeProperty>,
  { inUse, needed, isTaken }: NamesOfType,
  scope: JourneyScope,
): { readonly extras: DiagnosticExtras; readonly only?: string } | undefined {
  const isWord = value?.kind === "name";
  const takesValue = (name: string) => !isWord && takes(properties.get(name), value);
  const { names, otherUnit } = namedOtherwise(key.text, properties, inUse, takesValue);
  const free = names.filter((name) => !isTaken(name));
  const lacking = free.filter((name) => needed.includes(name));
  const likely = lacking.length > 0 ? lacking : free;
  const [only, second] = likely;
  if (only === undefined)
    return names.length === 1 ? { extras: { help: `\`${names[0]}\` is set already.` } } : undefined;
  const extras = scope.reporter.offer(likely, placeIn(scope, key.range));
  if (second !== undefined) return { extras };
  if (otherUnit !== undefined) return { extras: { help: `${extras.help} It counts ${otherUnit}.` }, only };
  return { extras, only };
}

/** What other tools call a property, or what is written elsewhere than among them: a title, a version, a position. */
function conceptIn(
  property: Property,
  { properties }: KnownVersion,
  { declaration, isTaken }: Pick<GivenNames, "declaration" | "isTaken">,
  scope: JourneyScope,
): DiagnosticExtras | undefined {
  const owner = declaration.kind === "page" ? "page" : "node";
  const takesIt = (name: string, value: Value) => takes(properties?.get(name), value) || value.kind === "string";
  return adviseOnConcept(property, { owner, isTaken, takes: takesIt, declaration }, scope);
}

/** The properties that the platform still reads. */
function namesInUse(properties: ReadonlyMap<string, NodeProperty>): readonly string[] {
  return [...properties.values()].filter(({ legacy, deprecated }) => !(legacy || deprecated)).map(({ name }) => name);
}

/** The property that has taken the place of one that is meant and no longer used: `bgColor`, of `backgroundColor` and `color`. */
function successorOf(
  written: string,
  properties: ReadonlyMap<string, NodeProperty>,
  inUse: readonly string[],
): string | undefined {
  const all = [...properties.keys()];
  const old = nearestName(written, all) ?? longerName(written, all) ?? lastWordOf(written, all);
  return old !== undefined && properties.get(old)?.legacy === true ? longerName(old, inUse) : undefined;
}

const mostListed = 12;

/** Where the property may belong, or else what the type has instead. */
function elsewhere(
  { key, value }: Property,
  { properties = new Map<string, NodeProperty>() }: KnownVersion,
  { needed, isTaken }: Pick<NamesOfType, "needed" | "isTaken">,
  scope: JourneyScope,
): MeantProperty {
  const owner = scope.adviseOnOwner(key.text, key.range);
  if (owner !== undefined) return { ...meant({ help: owner }, undefined), isOther: true };
  if (isJourneySetting(key.text))
    return meant({ help: "It belongs to the journey: write it in its braces." }, undefined);
  const alike = sharingWords(key.text, namesInUse(properties)).filter((name) => !isTaken(name));
  const [only, second] = alike;
  const help =
    only !== undefined && second === undefined && takes(properties.get(only), value)
      ? `Did you mean \`${only}\`?`
      : ((only === undefined ? entryOfMap({ key, value }, properties, placeIn(scope, key.range).source) : undefined) ??
        helpOnProperties(properties, alike));
  const [lacked, other] = needed;
  if (lacked === undefined || other !== undefined) return { ...meant({ help }, undefined), isOther: true };
  // Whether this stands for it or not, whoever mends the node has to write it.
  return { ...meant({ help: `${help} The node needs \`${lacked}\`.` }, lacked), isOther: true };
}

/**
 * The names that have the last word of another one, which says what it is (`scoreThreshold` for `riskThreshold`), or else most of
 * its words.
 */
function sharingWords(written: string, names: readonly string[]): readonly string[] {
  const words = partsOf(written);
  const last = words.at(-1);
  const ending = names.filter((name) => last !== undefined && partsOf(name).at(-1) === last);
  if (ending.length > 0) return ending;
  const shared = names.map((name) => ({ name, count: partsOf(name).filter((part) => words.includes(part)).length }));
  const most = Math.max(0, ...shared.map(({ count }) => count));
  return most === 0 ? [] : shared.filter(({ count }) => count === most).map(({ name }) => name);
}

/** The words of a property's name that tell something: `score` and `threshold`. */
function partsOf(name: string): readonly string[] {
  return wordsOfName(name)
    .map((word) => word.replace(/s$/, ""))
    .filter((word) => word.length > 3);
}

/** What a type has instead of a property that is like none of its own; `first` are those that may be meant rather than others. */
export function helpOnProperties(properties: ReadonlyMap<string, NodeProperty>, first: readonly string[] = []): string {
  const names = [...new Set([...first, ...namesInUse(properties)])].map((name) => `\`${name}\``);
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : "";
  return names.length === 0 ? "It has no properties." : `It has ${names.slice(0, mostListed).join(", ")}${more}.`;
}

/** What is said of a property that names nodes. */
export const arrowsLead = "Only arrows lead to nodes: write `outcome -> Node`.";

/** Whether a value is the name of a node, or a list of such names: `depends_on: [Check]`. */
function namesNodes(value: Value | undefined, scope: JourneyScope): boolean {
  if (value?.kind === "list") return value.items.length > 0 && value.items.every((item) => namesNodes(item, scope));
  return value?.kind === "name" && scope.nodes.byName.has(value.text);
}

function meant(extras: DiagnosticExtras, required: string | undefined): MeantProperty {
  return { extras, required, withValue: false };
}

function rename(place: Place, right: string): DiagnosticExtras {
  const fixes = [{ title: `Write ${right}`, edits: [{ range: place.range, text: right }] }];
  return { help: `Did you mean \`${right}\`?`, fixes };
}

function takes(property: NodeProperty | undefined, value: Value | undefined): boolean {
  const plain = value && plainValue(value);
  return property !== undefined && plain !== undefined && expectedBy(property).fits(plain, "");
}

/** The value that is written, a bare word as a text; `undefined` for texts with parameters, and objects. */
function plainValue(value: Value): Json | undefined {
  switch (value.kind) {
    case "string":
      return value.parts.length === 1 && typeof value.parts[0] === "string" ? value.parts[0] : undefined;
    case "name":
      return value.text;
    case "number":
    case "boolean":
      return value.value;
    case "list": {
      const items = value.items.map(plainValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    default:
      return undefined;
  }
}

/** The required property that is meant. That is certain only where the value is the name of what the property names. */
function standsFor({ name, reference }: NodeProperty, value: Value, place: Place, scope: JourneyScope): MeantProperty {
  const text = plainValue(value);
  const isWord = value.kind === "name";
  const help = { help: `The node needs \`${name}\`: did you mean that?` };
  if (typeof text !== "string") return { extras: help, required: name, withValue: false };
  const isId = !isWord && [...scope.journeyIds.values()].includes(text);
  const id = isId ? text : scope.journeyIds.get(text);
  const journey = reference?.kind === "tree" && id !== undefined;
  const script = reference?.kind === "script" && isWord && scope.scripts.has(text);
  if (!journey && !script) return { extras: help, required: name, withValue: isWord };
  if (isId || script) return { extras: rename(place, name), required: name, withValue: isWord };
  const range = { start: place.range.start, end: value.range.end };
  return { extras: rename({ ...place, range }, `${name}: ${JSON.stringify(id)}`), required: name, withValue: true };
}
