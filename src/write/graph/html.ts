import type { Journey } from "../../model/model.js";
import { describeJourney } from "./describe-journey.js";
import { drawMap } from "./draw-map.js";
import { layOutPicture } from "./lay-out-picture.js";
import type { GraphOptions } from "./mark.js";
import { type NodePanel, nodePanels } from "./node-panel.js";
import { pageScript, pageScriptHash } from "./page-script.js";
import { pageStyle } from "./page-style.js";
import { drawSvg } from "./svg.js";
import { xmlText } from "./xml-text.js";

/**
 * Writes an HTML page with the picture of a journey, which can be moved, zoomed and searched, and with the settings of
 * each node. It needs no network and tells the browser to allow none.
 */
export function writeHtml(journey: Journey, options: GraphOptions = {}): string {
  const picture = layOutPicture(journey);
  const panelOf = nodePanels(journey);
  const facts: Record<number, NodePanel> = {};
  for (const { index, vertex } of picture.boxes) {
    if (vertex.kind === "node") facts[index] = panelOf(vertex.node);
  }
  const title = xmlText(journey.id);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${pageScriptHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<span class="grow">${xmlText(describeJourney(journey))}</span>
<input id="search" type="search" placeholder="Search ( / )" aria-label="Search nodes and settings">
<span id="matches" role="status"></span>
<button id="out" type="button" aria-label="Zoom out" title="Zoom out ( - )">−</button>
<button id="in" type="button" aria-label="Zoom in" title="Zoom in ( + )">+</button>
<button id="home" type="button" title="Show the beginning ( Home )">Start</button>
<button id="fit" type="button" title="Show everything ( 0 )">Fit</button>
</header>
<main id="canvas">
${drawSvg(journey, picture, options, true)}
<div id="map" title="Overview ( m )">${drawMap(picture)}</div>
</main>
<aside id="panel" aria-label="Node" hidden></aside>
<script type="application/json" id="journey-data">${dataText(facts)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** JSON in which no text can end the script element around it. */
function dataText(facts: object): string {
  return JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
