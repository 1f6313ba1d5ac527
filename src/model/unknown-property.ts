import type { NodeProperty } from "../catalogue/node-type.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { Property, Value } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { expectedBy } from "./expected-value.js";
import type { KnownVersion } from "./known-properties.js";
import { lookUpNodeType } from "./node-types.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** What the author gives the node. */
export interface GivenNames {
  readonly given: ReadonlySet<string>;
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
}

/**
 * The property that an unknown one is meant to be: that with the nearest name, that with a locale behind it
 * (`pageHeader-de`), the only one that ends or begins like it (`header`, `attributes`), or the only required one that lacks and takes the value
 * (`journey: "Profile"` for `tree`).
 */
export function meantProperty(
  { key, locale: behindDot, value }: Property,
  known: KnownVersion,
  { given, isTaken }: GivenNames,
  scope: JourneyScope,
): MeantProperty {
  const { properties = new Map<string, NodeProperty>() } = known;
  const written = key.text;
  const place = placeIn(scope, key.range);
  const [, text = "", tail] =
    /^(\w+?)(?:[-_]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)|(?=[A-Z])([A-Z][a-z]))$/
      .exec(written)
      ?.filter((part) => part !== undefined) ?? [];
  // `this.hostPort`
  if (behindDot !== undefined && properties.has(behindDot.text)) {
    const range = { start: key.range.start, end: behindDot.range.end };
    return meant(rename({ ...place, range }, behindDot.text), behindDot.text);
  }
  const locale = tail?.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  if (locale !== undefined && properties.get(text)?.localized === true)
    return meant(rename(place, `${text}.${locale}`), undefined);
  const lacking = known.demanded.filter((name) => !given.has(name));
  const near = scope.reporter.nearest(written, properties.keys());
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
  const ending = written.charAt(0).toUpperCase() + written.slice(1);
  const names = written.length > 3 ? [...properties.keys()] : [];
  const longer = names.filter((name) => name.endsWith(ending));
  const begun = names.filter((name) => name.toLowerCase().startsWith(written.toLowerCase()));
  const [only] = longer.length === 1 ? longer : begun.length === 1 ? begun : [];
  if (only !== undefined && !isTaken(only))
    return meant(
      scope.reporter.offer([only], place),
      lacking.find((name) => name === only),
    );
  const [required, second] = lacking.filter((name) => takes(properties.get(name), value));
  const property = required === undefined ? undefined : properties.get(required);
  if (property === undefined || second !== undefined || value === undefined)
    return meant(namesNodes(value, scope) ? { help: arrowsLead } : {}, undefined);
  return standsFor(property, value, place, scope);
}

const arrowsLead = "Only arrows lead to nodes: write `outcome -> Node`.";

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

/** The value that is written, a bare word as a text; `undefined` for what has parts. */
function plainValue(value: Value): Json | undefined {
  switch (value.kind) {
    case "string":
      return value.parts.length === 1 && typeof value.parts[0] === "string" ? value.parts[0] : undefined;
    case "name":
      return value.text;
    case "number":
    case "boolean":
      return value.value;
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
  const journey = reference?.kind === "tree" && scope.journeyNames.has(text);
  const script = reference?.kind === "script" && isWord && scope.scripts.has(text);
  if (!journey && !script) return { extras: help, required: name, withValue: isWord };
  if (!isWord || script) return { extras: rename(place, name), required: name, withValue: isWord };
  const range = { start: place.range.start, end: value.range.end };
  return { extras: rename({ ...place, range }, `${name}: ${JSON.stringify(text)}`), required: name, withValue: true };
}
