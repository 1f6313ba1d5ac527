import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referencesOf, sectionName, sectionOf, sections } from "../../src/export-json/sections.js";
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

  test("no other file spells the names of containers", () => {
    const { innerBody, emailTemplate, theme, socialIdentityProvider, saml2Entity, circleOfTrust } = sections;
    const names = [innerBody, emailTemplate, theme, socialIdentityProvider, saml2Entity, circleOfTrust].flatMap(
      ({ name, older }) => [name, older ?? name],
    );
    const spelled = new RegExp(`["'.](?:${names.join("|")})\\b|^\\s*(?:${names.join("|")}):`, "m");
    const source = join(projectRoot, "src");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const found = files.filter((file) => spelled.test(readFileSync(join(source, file), "utf8")));
    // A world for simulations has e-mail templates too, which are no part of an export.
    expect(found.filter((file) => !/^(?:configuration|runtime)\b/.test(file))).toEqual([
      join("export-json", "sections.ts"),
    ]);
  });
});
