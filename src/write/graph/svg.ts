import type { Journey } from "../../model/model.js";
import { describeJourney } from "./describe-journey.js";
import { drawArrows } from "./draw-arrows.js";
import { drawBox } from "./draw-box.js";
import { layOutPicture } from "./lay-out-picture.js";
import type { GraphOptions } from "./mark.js";
import type { Picture } from "./picture.js";
import { pictureStyle } from "./picture-style.js";
import { xmlText } from "./xml-text.js";

export type SvgOptions = GraphOptions;

/**
 * Draws a journey from left to right as a self-contained SVG document. It has no ids, so that several may be in one
 * page.
 */
export function writeSvg(journey: Journey, options: SvgOptions = {}): string {
  return `${drawSvg(journey, layOutPicture(journey), options, false)}\n`;
}

/** The SVG element of a picture; `interactive` for a page whose script handles it. */
export function drawSvg(journey: Journey, picture: Picture, options: SvgOptions, interactive: boolean): string {
  const marks = options.marks ?? new Map();
  const { height, boxes } = picture;
  const width = Math.max(picture.width, 240);
  const role = interactive ? "group" : "img";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="journey-picture" role="${role}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${xmlText(`Journey ${journey.id}`)}</title>`,
    `<desc>${xmlText(describeJourney(journey))}</desc>`,
    `<style>${pictureStyle}</style>`,
    `<rect class="paper" width="${width}" height="${height}" fill="#fff"/>`,
    `<text class="heading" x="28" y="38">${xmlText(journey.id)}</text>`,
    // Renderers without variables fall back to these colours.
    '<g class="arrows" fill="none" stroke="#5f6c7e">',
    drawArrows(picture),
    "</g>",
    ...boxes.map((box) => drawBox(box, { marks, interactive })),
    "</svg>",
  ].join("\n");
}
