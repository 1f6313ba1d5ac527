import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { JourneyNode } from "../model/model.js";
import type { Submit } from "../model/scenario.js";
import { nodeInputs } from "./node-inputs.js";

/** The inputs of a step that its node does not ask for. They rest on the settings that list what it asks for. */
export function unknownInputs(
  { node: { text }, inputs, inputPlaces, place }: Submit,
  node: JourneyNode | undefined,
): readonly Diagnostic[] {
  if (node === undefined) return [];
  const asked = nodeInputs(node);
  if (asked === "any") return [];
  const known = [...asked.keys()];
  const others = new Set([node.name, ...node.children.map(({ name }) => name)]);
  return Object.keys(inputs).flatMap((input) => {
    if (asked.has(input) || others.has(input) || isShown(input, node)) return [];
    const near = nearestName(input, known) ?? inputForAttribute(input, node, known);
    const help =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : known.length === 0
          ? "It asks for nothing."
          : `It asks for ${known.map((name) => `\`${name}\``).join(", ")}.`;
    const at = inputPlaces.get(input) ?? place;
    const problem = `"${text}" does not ask for "${input}"`;
    return [createDiagnostic("invalid-step", at, { problem }, { help, restsOn: listsOfInputs(node) })];
  });
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

/** The settings whose values are the names of inputs. */
function listsOfInputs({ type, version, properties, children }: JourneyNode): readonly Place[] {
  const lists = (type?.versions[version]?.callbacks ?? []).flatMap(({ perItemOf }) => perItemOf ?? []);
  const own = lists.flatMap((name) => properties.get(name)?.place ?? []);
  return [...own, ...children.flatMap(listsOfInputs)];
}
