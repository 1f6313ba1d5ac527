import { pagePanelScript } from "./page-panel-script.js";
import { pageSearchScript } from "./page-search-script.js";
import { pageViewScript } from "./page-view-script.js";

/**
 * The script of the page. Texts of a journey come from the data block and are inserted through `textContent` only. The
 * page's security policy allows no other script than exactly this text.
 */
export const pageScript = `"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("journey-data").textContent);
const [canvas, panel, search, matches, map] = ["canvas", "panel", "search", "matches", "map"].map(byId);
const svg = canvas.querySelector("svg");
const frame = map.querySelector(".frame");
const nodes = [...svg.querySelectorAll("[data-node]")].sort((a, b) => a.dataset.node - b.dataset.node);
${pageViewScript}${pagePanelScript}${pageSearchScript}
const steps = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
const keys = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit, Home: home, m: toggleMap, "/": () => search.focus(), Escape: leave };
addEventListener("keydown", (event) => {
  if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
  if (keys[event.key]) keys[event.key]();
  else if (steps[event.key] && !panel.contains(event.target)) pan(...steps[event.key]);
  else return;
  event.preventDefault();
});
for (const [id, press] of Object.entries({ in: keys["+"], out: keys["-"], fit, home })) byId(id).addEventListener("click", press);
addEventListener("resize", resized);
home();
`;

/**
 * The SHA-256 hash by which the security policy names the script. A test fails when the script changes and this does
 * not.
 */
export const pageScriptHash = "sha256-gnYfoVM9tuOYkixSF89ErbogZCIAkG6ZYfEX+z23bNk=";
