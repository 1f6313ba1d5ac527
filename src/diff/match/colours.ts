import type { JourneyNode } from "../../model/model.js";
import type { Wire, Wiring } from "./wiring.js";

/** Distance, in arrows, up to which a node's surroundings are compared. */
const rounds = 4;

/** Gives each text a number; both sides share the numbers. */
export class Palette {
  readonly #numbers = new Map<string, number>();

  colour(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}

export type Colours = ReadonlyMap<JourneyNode, number>;

/**
 * Colours nodes by their content, and then in each round by the colours of their neighbours (colour refinement after
 * Weisfeiler and Leman). Nodes with the same colour look alike up to the round's distance; the last entry of the result
 * has the greatest.
 */
export function refineColours(
  wiring: Wiring,
  first: (node: JourneyNode) => string,
  palette: Palette,
): readonly Colours[] {
  let colours: Colours = new Map(wiring.nodes.map((node) => [node, palette.colour(first(node))]));
  const all = [colours];
  for (let round = 0; round < rounds; round++) {
    const before = colours;
    const colourOf = (end: JourneyNode | string | undefined) =>
      end === undefined ? "start" : typeof end === "string" ? end : `${before.get(end)}`;
    const describe = (wires: readonly Wire[] | undefined, end: "from" | "to") =>
      (wires ?? []).map((wire) => `${wire.label}\u0000${colourOf(wire[end])}`).sort();
    colours = new Map(
      wiring.nodes.map((node) => {
        const around = [before.get(node), describe(wiring.out.get(node), "to"), describe(wiring.in.get(node), "from")];
        return [node, palette.colour(JSON.stringify(around))];
      }),
    );
    all.push(colours);
  }
  return all;
}
