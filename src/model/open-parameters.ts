import { hasTextIn } from "../text/texts-in.js";
import type { JourneyNode } from "./model.js";

/** Whether a text has a parameter that nothing declares: what the text will be is not known, and that is told at the parameter. */
export function hasOpenParameter(text: string): boolean {
  return /\$\{[A-Za-z_]\w*\}/.test(text);
}

/** Whether a node, or an inner node of it, shows or asks for something that is not known for want of a parameter. */
export function lacksParameter({ properties, children }: JourneyNode): boolean {
  return (
    [...properties.values()].some(({ value }) => hasTextIn(value, hasOpenParameter)) || children.some(lacksParameter)
  );
}
