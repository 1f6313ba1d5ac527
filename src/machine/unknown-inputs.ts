import { createDiagnostic, type Diagnostic, type Place, type RelatedPlace } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { attributeMeantBy, managedAttributes } from "../model/managed-attributes.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { lacksParameter } from "../model/open-parameters.js";
import type { Submit } from "../model/scenario.js";
import { nodeInputs } from "./node-inputs.js";
import { unknownButton } from "./offered-buttons.js";

/** The inputs of a step that its node does not ask for. They rest on the settings that list what it asks for. */
export function unknownInputs(
  { node: { text }, inputs, inputPlaces, place }: Submit,
  found: { readonly node: JourneyNode; readonly journey: Journey } | undefined,
): readonly Diagnostic[] {
  if (found === undefined) return [];
  const { node, journey } = found;
  const asked = nodeInputs(node);
  if (asked === "any" || lacksParameter(node)) return [];
  const known = [...asked.keys()];
  const others = new Set([node.name, ...node.children.map(({ name }) => name)]);
  const strange: Diagnostic[] = [];
  const misspelt: Misspelt[] = [];
  const told = Object.keys(inputs).flatMap((input) => {
    const kind = asked.get(input);
    const at = inputPlaces.get(input) ?? place;
    const button = unknownButton({ input, value: inputs[input], node, text, at });
    if (button !== undefined) return [button];
    if (Array.isArray(kind)) return unknownChoice(kind, inputs[input], `"${input}" of "${text}"`, at);
    if (asked.has(input) || others.has(input) || isShown(input, node)) return [];
    const near = nearestName(input, known) ?? inputForAttribute(input, node, known);
    const inList = near === undefined ? undefined : misspeltInList(near, input, node);
    if (inList !== undefined) return [inList];
    const help =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : known.length === 0
          ? "It asks for nothing."
          : `It asks for ${known.map((name) => `\`${name}\``).join(", ")}.`;
    const problem = `"${text}" does not ask for "${input}"`;
    const restsOn = [...listsOfInputs(node), ...strays(input, journey), ...nodesBehind(node, journey)];
    const extras = { help, restsOn, related: declared(near, node) };
    const diagnostic = createDiagnostic("invalid-step", at, { problem }, extras);
    if (near === undefined) strange.push(diagnostic);
    else misspelt.push({ near, diagnostic });
    return [];
  });
  return [...told, ...withAllNames(misspelt), ...asOne(strange)];
}

interface Misspelt {
  readonly near: string;
  readonly diagnostic: Diagnostic;
}

/** Who writes one name as elsewhere writes the others so. */
function withAllNames(misspelt: readonly Misspelt[]): readonly Diagnostic[] {
  const names = misspelt.map(({ near }) => `\`${near}\``);
  return asOne(misspelt.map(({ diagnostic }) => diagnostic)).map((first) =>
    names.length < 2 ? first : { ...first, help: `Did you mean ${names.slice(0, -1).join(", ")} and ${names.at(-1)}?` },
  );
}

/** Who answers one prompt by its words answers the others so. */
function asOne([first, ...others]: readonly Diagnostic[]): readonly Diagnostic[] {
  if (first === undefined) return [];
  const more = others.map(({ place }) => ({ place, message: "Nor for this" }));
  return [{ ...first, related: [...first.related, ...more] }];
}

function isUnlisted(value: unknown, choices: readonly string[]): boolean {
  return typeof value === "string" && !choices.includes(value);
}

/** A choice is given by its text or by its number, which counts from 0. */
function unknownChoice(choices: readonly string[], value: unknown, what: string, at: Place): readonly Diagnostic[] {
  const isNumber = typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value));
  if (isNumber ? Number(value) < choices.length || choices.includes(String(value)) : !isUnlisted(value, choices))
    return [];
  const near = isNumber ? undefined : nearestName(String(value), choices);
  const offered = choices.map((choice) => JSON.stringify(choice)).join(", ");
  const help =
    near === undefined
      ? `It offers ${offered}${isNumber ? ": numbers begin at 0" : ""}.`
      : `Did you mean ${JSON.stringify(near)}?`;
  return [
    createDiagnostic("invalid-step", at, { problem: `${what} has no choice ${JSON.stringify(value)}` }, { help }),
  ];
}

/** An answer may also be given by the prompt that it is for, which a shown text may be, or by the type of its callback. */
function isShown(input: string, { type, version, properties, children }: JourneyNode): boolean {
  const { properties: defined, callbacks = [] } = type?.versions[version] ?? {};
  const isIn = (value: unknown) => JSON.stringify(value)?.includes(JSON.stringify(input)) === true;
  const mayShow = (name: string) => {
    const property = defined?.find((each) => each.name === name);
    return property === undefined || property.localized === true || property.shown === true;
  };
  if (callbacks.some((use) => use.type.split("|").includes(input))) return true;
  if ([...properties].some(([name, { value }]) => mayShow(name) && isIn(value))) return true;
  return children.some((child) => isShown(input, child));
}

/** The input of the inner node that one of whose settings is the attribute: `password` for the node `NewPassword`. */
function inputForAttribute(input: string, node: JourneyNode, known: readonly string[]): string | undefined {
  const all = node.children.length > 0 ? node.children : [node];
  const [only, second] = all.filter(({ name, properties }) => {
    return known.includes(name) && [...properties.values()].some(({ value }) => value === input);
  });
  return second === undefined ? only?.name : undefined;
}

/** An attribute that is collected, where the step answers one of users that is nearly the same. */
function misspeltInList(written: string, right: string, node: JourneyNode): Diagnostic | undefined {
  if (managedAttributes.has(written) || !managedAttributes.has(right)) return undefined;
  // A rule tells of these.
  if (attributeMeantBy(written, true) !== undefined) return undefined;
  const all = node.children.length > 0 ? node.children : [node];
  for (const { name, page, properties } of all) {
    for (const [property, { value, inner }] of properties) {
      const place = Array.isArray(value) ? inner?.get(`/${value.indexOf(written)}`) : undefined;
      if (place === undefined) continue;
      const edits = [{ range: place.range, text: JSON.stringify(right) }];
      const args = { node: page === undefined ? name : `${page}.${name}`, property, attribute: written, right };
      return createDiagnostic("misspelt-attribute", place, args, { fixes: [{ title: `Write ${right}`, edits }] });
    }
  }
  return undefined;
}

/** The inner node that an input is meant for: its name may as well be the one that is misspelt. */
function declared(near: string | undefined, { children }: JourneyNode): readonly RelatedPlace[] {
  return children.flatMap(({ name, namePlace }) =>
    name === near ? [{ place: namePlace, message: `\`${name}\` is declared here` }] : [],
  );
}

/**
 * The nodes of the name of an input that stand elsewhere in the journey, one of which may have been meant for the page, and those that
 * a setting tells to use what is called so: where they lack it, the page should ask for it.
 */
function strays(input: string, { nodes }: Journey): readonly Place[] {
  return nodes.flatMap(({ name, namePlace, properties }) => {
    const usesIt = [...properties.values()].some(({ value }) => value === input);
    return name === input || usesIt ? [namePlace] : [];
  });
}

/** The nodes that come next: where one of them lacks what it needs, an inner node that would ask for it is gone. */
function nodesBehind({ connections }: JourneyNode, { nodes }: Journey): readonly Place[] {
  const names = new Set(connections.flatMap(({ target }) => (target.kind === "node" ? [target.name] : [])));
  return nodes.flatMap(({ name, namePlace }) => (names.has(name) ? [namePlace] : []));
}

/** The settings whose values are the names of inputs. */
function listsOfInputs({ type, version, properties, children }: JourneyNode): readonly Place[] {
  const lists = (type?.versions[version]?.callbacks ?? []).flatMap(({ perItemOf }) => perItemOf ?? []);
  const own = lists.flatMap((name) => properties.get(name)?.place ?? []);
  return [...own, ...children.flatMap(listsOfInputs)];
}
