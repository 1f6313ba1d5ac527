/** Draws the railroad diagrams of `grammar/railroad.html` from `grammar/journey.ebnf`. Run: node scripts/build-grammar.mjs */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import railroad from "railroad-diagrams";
import { parseEbnf } from "./parse-ebnf.mjs";

const { Choice, Diagram, NonTerminal, OneOrMore, Optional, Sequence, Skip, Terminal, ZeroOrMore } = railroad;
const folder = new URL("../grammar/", import.meta.url);

/** The page as text, so that a test can compare it with the file. */
export function renderRailroad() {
  const rules = parseEbnf(readFileSync(new URL("journey.ebnf", folder), "utf8"));
  const sections = [...new Set(rules.map((rule) => rule.section))];
  const contents = sections.map((section) => renderSection(section, rules)).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The grammar of .journey files</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1f24; background: #fff; }
h3 { font: 600 1rem ui-monospace, monospace; margin: 1.5rem 0 0; }
.diagram { overflow-x: auto; }
svg.railroad-diagram path { stroke: #57606a; stroke-width: 2; fill: none; }
svg.railroad-diagram text { font: 14px ui-monospace, monospace; text-anchor: middle; fill: #1b1f24; }
svg.railroad-diagram rect { stroke: #57606a; stroke-width: 1.5; fill: #ddf4ff; }
svg.railroad-diagram a rect { fill: #f6f8fa; }
svg.railroad-diagram a text { fill: #0550ae; }
</style>
</head>
<body>
<h1>The grammar of <code>.journey</code> files</h1>
<p>Drawn from <code>journey.ebnf</code> by <code>scripts/build-grammar.mjs</code>. Round boxes are characters as written, square ones
are other rules; names in capitals are tokens, between which white space and comments may stand.</p>
${contents}
</body>
</html>
`;
}

function renderSection(section, rules) {
  const inside = rules.filter((rule) => rule.section === section);
  return `<h2>${escapeHtml(section)}</h2>\n${inside.map(renderRule).join("\n")}`;
}

function renderRule({ name, expression }) {
  const svg = Diagram(draw(expression)).format(10).toString();
  return `<h3 id="${name}">${name}</h3>\n<div class="diagram">${withLinks(svg.trim())}</div>`;
}

/** Links each square box with the name of a rule to that rule. The library writes `_` as a character reference. */
function withLinks(svg) {
  const box = /(<rect [^>]*height="22"><\/rect>\n<text [^>]*>)((?:\w|&#95;)+)(<\/text>)/g;
  return svg.replace(box, (_, before, written, after) => {
    const name = written.replaceAll("&#95;", "_");
    return `<a href="#${name}">${before}${name}${after}</a>`;
  });
}

/** @param {import("./parse-ebnf.mjs").Expression} expression */
function draw(expression) {
  switch (expression.kind) {
    case "literal":
      return Terminal(expression.text);
    case "rule":
      return NonTerminal(expression.name);
    case "class":
      return NonTerminal(expression.pattern);
    case "optional":
      return Optional(draw(expression.item));
    case "repeat":
      return ZeroOrMore(draw(expression.item));
    case "choice":
      return Choice(0, ...expression.items.map(draw));
    case "sequence":
      return drawSequence(expression.items);
    default:
      throw new Error(`Unknown expression ${expression.kind}`);
  }
}

/** Draws `x { x }` and `x { "," x }` as one loop. */
function drawSequence(items) {
  const parts = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const next = items[index + 1];
    const separators = next?.kind === "repeat" ? separatorsBefore(item, next.item) : undefined;
    if (separators === undefined) {
      parts.push(draw(item));
    } else {
      parts.push(OneOrMore(draw(item), separators.length === 0 ? Skip() : draw(separators[0])));
      index++;
    }
  }
  return parts.length === 1 ? parts[0] : Sequence(...parts);
}

/** The separator in a repetition of `item`; undefined when something else is repeated. */
function separatorsBefore(item, repeated) {
  const parts = repeated.kind === "sequence" ? repeated.items : [repeated];
  const isSame = JSON.stringify(parts.at(-1)) === JSON.stringify(item);
  return isSame && parts.length <= 2 ? parts.slice(0, -1) : undefined;
}

function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("railroad.html", folder), renderRailroad());
}
