import { describe, expect, it } from "vitest";
import { writeSvg } from "../../../src/write/graph/svg.js";
import { textWidth } from "../../../src/write/graph/text-width.js";
import { journey, journeyOfNumbers, node } from "../../support/journey-fixture.js";
import { resetPassword } from "../../support/reset-password.js";
import { controlCharacters } from "./control-characters.js";
import { hostileJourney, hostileTexts } from "./hostile-journey.js";

/** The names of all elements; throws where tags are not nested well or something is neither tag nor text. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    if (!found) throw new Error(`Not XML: ${xml.slice(at, at + 60)}`);
    const [, slash, name, , empty] = found;
    if (name === undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(found[0])) throw new Error(`A bare & in ${found[0]}`);
    } else if (slash === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      names.push(name);
      if (empty !== "/") open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(", ")}`);
  return names;
}

describe("writeSvg", () => {
  it("is one accessible picture with a title and a description", () => {
    const svg = writeSvg(resetPassword());
    expect(elementsOf(svg)[0]).toBe("svg");
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*>\n<title>Journey ResetPassword<\/title>\n<desc>/);
    expect(svg).toContain(
      "Authentication journey with 5 nodes, 2 inner nodes on pages, 7 connections. It starts at Ask Email.",
    );
    for (const text of ["Ask Email", "Email", "AttributeCollector", "PATCHED", "FAILURE", "Success", "Failure"]) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });

  it("needs nothing beside it, and has no ids that could clash in a page", () => {
    const svg = writeSvg(resetPassword());
    expect(svg).not.toMatch(/\sid=|href|url\(|@import|<script|<image|foreignObject/);
  });

  it("knows dark and light, paper, and renderers without variables", () => {
    const svg = writeSvg(resetPassword());
    expect(svg).toContain("@media (prefers-color-scheme: dark)");
    expect(svg).toContain("@media print");
    expect(svg).toContain('fill="#fff"');
  });

  it("keeps markup, quotes and control characters in names as text", () => {
    const svg = writeSvg(hostileJourney());
    const allowed = ["svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"];
    expect([...new Set(elementsOf(svg))].filter((name) => !allowed.includes(name))).toEqual([]);
    expect(svg).not.toMatch(controlCharacters);
    expect(svg).toContain("&lt;img src=x");
    expect(hostileTexts.every((text) => !text.includes("<") || !svg.includes(text))).toBe(true);
  });

  it("marks what a comparison found, by more than a colour", () => {
    const marks = new Map([
      ["FindUser", "added"],
      ["SendLink", "removed"],
      ["AskEmail.Email", "changed"],
    ] as const);
    const svg = writeSvg(resetPassword(), { marks });
    expect(svg).toMatch(/<g class="node added"[^>]*><title>[^<]*\(added\)<\/title>.*>\+<\/text>/);
    expect(svg).toMatch(/<g class="node removed".*>−<\/text>/);
    expect(svg).toMatch(/<g class="tile changed".*>~<\/text>/);
    expect(writeSvg(resetPassword())).not.toMatch(/class="[^"]*(added|removed|changed)[^"]*"/);
  });

  it("shows at a glance which nodes are never reached", () => {
    const svg = writeSvg(journey("A", [node("A", { outcome: "success" }), node("B", { outcome: "A" })]));
    expect(svg).toMatch(/<g class="node unreached"[^>]*><title>B: FixtureNode 1\.0, never reached</);
    expect(svg.match(/class="node unreached"/g)).toHaveLength(1);
  });

  it("says how long a text is that a wider font would push out of its box, and of no other", () => {
    const [long, short] = ["A title that fills its box", "Hi"];
    const nodes = [
      node("A", { outcome: "B" }, { displayName: long }),
      node("B", { ok: "success" }, { displayName: short }),
    ];
    const drawn = [...writeSvg(journey("A", nodes)).matchAll(/<text class="title"[^>]*>([^<]*)</g)];
    const lengthOf = (text: string) => {
      const element = drawn.find(([, content]) => content === text)?.[0] ?? "";
      return / textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs"/.exec(element)?.[1];
    };
    expect(lengthOf(short)).toBeUndefined();
    expect(Number(lengthOf(long))).toBeCloseTo(textWidth(long, 13, true), 0);
  });

  it("draws empty journeys", () => {
    expect(elementsOf(writeSvg(journey(undefined, [])))).toContain("rect");
  });

  it("gives the same bytes every time", () => {
    const thicket = journeyOfNumbers(Array.from({ length: 40 }, (_, at) => [(at * 7) % 41, (at * 11) % 42, at]));
    expect(writeSvg(thicket)).toBe(writeSvg(structuredClone(thicket)));
  });
});
