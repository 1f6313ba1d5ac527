import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  bodySections,
  exportedJourneys,
  exportOf,
  holdsBodies,
  referencesOf,
  roleOf,
  sectionName,
  sectionOf,
  sections,
} from "../../src/export-json/sections.js";
import { projectRoot } from "../support/read-project.js";

describe("sections of an export", () => {
  test("an older spelling counts only where today's is missing", () => {
    const older = { innernodes: { a: 1 } };
    expect(sectionName(older, "innerBody")).toBe("innernodes");
    expect(sectionOf(older, "innerBody")).toEqual({ a: 1 });
    const both = { ...older, innerNodes: { b: 2 } };
    expect(sectionName(both, "innerBody")).toBe("innerNodes");
    expect(sectionOf(both, "innerBody")).toEqual({ b: 2 });
    expect(sectionName({}, "innerBody")).toBe("innerNodes");
  });

  test("what is missing or no object has no entries", () => {
    expect(sectionOf({ scripts: [1], nodes: null }, "script")).toEqual({});
    expect(sectionOf({ scripts: [1], nodes: null }, "body")).toEqual({});
    expect(referencesOf({ tree: { nodes: { a: {} } } })).toEqual({ a: {} });
    expect(referencesOf({ tree: "none" })).toEqual({});
  });

  test("settings of nodes are in two of them, one with an older spelling", () => {
    expect(bodySections).toEqual(["nodes", "innerNodes", "innernodes"]);
    expect(["nodes", "innerNodes", "tree", "scripts", "other"].filter(holdsBodies)).toEqual(["nodes", "innerNodes"]);
  });

  test("each is known by its name", () => {
    expect(roleOf("themes")).toBe("theme");
    expect(roleOf("tree")).toBe("tree");
    expect(roleOf("meta")).toBeUndefined();
    expect(exportOf({ theme: [1], innerBody: {} })).toEqual({ themes: [1], innerNodes: {} });
  });

  test("an export of one journey is that journey", () => {
    const one = { tree: {} };
    expect([...exportedJourneys({ trees: { A: one, B: 5, C: one } })]).toEqual([
      ["A", one],
      ["C", one],
    ]);
    expect([...exportedJourneys(one).values()]).toEqual([one]);
    expect([...exportedJourneys({ ...one, trees: 5 }).values()]).toEqual([{ ...one, trees: 5 }]);
  });

  test("no other file spells the names of containers", () => {
    const { innerBody, emailTemplate, theme, socialIdentityProvider, saml2Entity, circleOfTrust } = sections;
    const names = [innerBody, emailTemplate, theme, socialIdentityProvider, saml2Entity, circleOfTrust].flatMap(
      ({ name, older }) => [name, older ?? name],
    );
    const spelled = new RegExp(`(?:["']|(?<!\\.)\\.)(?:${names.join("|")})\\b|^\\s*(?:${names.join("|")}):`, "m");
    const source = join(projectRoot, "src");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const found = files.filter((file) => spelled.test(readFileSync(join(source, file), "utf8")));
    // `concepts.ts` has words that authors write in place of others.
    // A world for simulations has e-mail templates too, which are no part of an export.
    expect(found.filter((file) => !/^(?:configuration|runtime|serve|model\/concepts)\b/.test(file))).toEqual([
      join("export-json", "sections.ts"),
    ]);
  });
});
