import type { Place } from "../diagnostics/diagnostic.js";
import type { JourneyNode } from "./model.js";

/** Where arrows stand that leave these nodes, and where their targets do: rules report at either. */
export function arrowPlaces(nodes: readonly Pick<JourneyNode, "connections">[]): readonly Place[] {
  return nodes.flatMap(({ connections }) => connections.flatMap(({ place, targetPlace }) => [place, targetPlace]));
}
