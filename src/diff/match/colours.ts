import type { JourneyNode } from "../../model/model.js";
import type { Wire, Wiring } from "./wiring.js";

/** How far around a node its surroundings are looked at. */
const rounds = 4;

/** Numbers for texts, the same for both sides. */
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
 * Colours nodes by what they are, then, round by round, by what their arrows lead to and come from (colour refinement after
 * Weisfeiler and Leman). Nodes of one colour look alike as far as the round sees. The last entry sees farthest.
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
