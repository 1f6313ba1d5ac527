import type { Journey } from "../../model/model.js";
import { writeDot } from "./dot.js";
import { writeHtml } from "./html.js";
import type { GraphOptions } from "./mark.js";
import { writeMermaid } from "./mermaid.js";
import { writeSvg } from "./svg.js";

/** The formats in which a journey can be drawn. */
export const graphFormats = ["mermaid", "dot", "svg", "html"] as const;

export type GraphFormat = (typeof graphFormats)[number];

/** Draws a journey in one of the formats. */
export function writeGraph(format: GraphFormat, journey: Journey, options: GraphOptions = {}): string {
  switch (format) {
    case "mermaid":
      return writeMermaid(journey, options);
    case "dot":
      return writeDot(journey, options);
    case "svg":
      return writeSvg(journey, options);
    case "html":
      return writeHtml(journey, options);
    default:
      return format satisfies never;
  }
}
