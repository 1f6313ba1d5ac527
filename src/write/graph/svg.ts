import type { Journey } from "../../model/model.js";
import type { GraphOptions } from "./mark.js";

export type SvgOptions = GraphOptions;

/** Draws a journey from left to right as an SVG document that needs nothing beside it. */
export function writeSvg(journey: Journey, options: SvgOptions = {}): string {
  throw new Error(`Not drawn yet: ${journey.id} ${options.marks?.size ?? 0}`);
}
