import { describe, expect, test } from "vitest";
import { isCatalogueType, lookUpType, shortTypeName, typeIds, versionOf } from "../../src/catalogue/catalogue.js";

describe("lookUpType", () => {
  test.each(["ScriptedDecisionNode", "ScriptedDecision"])("finds a type as %s", (name) => {
    expect(lookUpType(name)?.id).toBe("ScriptedDecisionNode");
  });

  test("finds types whose id is not a name, and types without the ending", () => {
    expect(lookUpType("product-Saml2")?.id).toBe("product-Saml2Node");
    expect(lookUpType("SocialProviderHandlerNodeV2")?.id).toBe("SocialProviderHandlerNodeV2");
  });

  test("always gives the same object", () => {
    expect(lookUpType("Page")).toBe(lookUpType("PageNode"));
  });

  test.each(["", "Node", "scripteddecision", "__proto__", "constructor", "../index", "PageNode.json", "PageNode\0"])(
    "knows no type %j",
    (name) => {
      expect(lookUpType(name)).toBeUndefined();
    },
  );
});

describe("shortTypeName", () => {
  test.each([
    ["ScriptedDecisionNode", "ScriptedDecision"],
    ["product-Saml2Node", "product-Saml2"],
    ["SocialProviderHandlerNodeV2", "SocialProviderHandlerNodeV2"],
    ["SomebodysNode", "SomebodysNode"],
  ])("shortens %s to %s", (id, short) => {
    expect(shortTypeName(id)).toBe(short);
  });

  test("loses no type and gives no two types one name", () => {
    const names = typeIds().map(shortTypeName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.map((name) => lookUpType(name)?.id)).toEqual(typeIds());
  });
});

describe("versionOf", () => {
  const page = lookUpType("PageNode")!;

  test("gives the version asked for, and the default one for a version that is not listed", () => {
    expect(versionOf(page, "2.0")?.outcomes.parts).toEqual([
      { childOutcomes: "lastAndStandalone", idPrefix: "{childId}-" },
    ]);
    expect(versionOf(page, "7.0")).toBe(versionOf(page, "1.0"));
    expect(versionOf(page, "constructor")).toBe(versionOf(page, "1.0"));
  });
});

test("a declared type with a known id is not the catalogue's", () => {
  const page = lookUpType("PageNode")!;
  expect(isCatalogueType(page)).toBe(true);
  expect(isCatalogueType({ ...page })).toBe(false);
});
