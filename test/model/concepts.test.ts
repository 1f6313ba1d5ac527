import { describe, expect, test } from "vitest";
import { lookUpType } from "../../src/catalogue/catalogue.js";
import { scriptMembers } from "../../src/model/bind-scripts.js";
import { type ConceptOwner, conceptOf, conceptWords, resourceKindMeant } from "../../src/model/concepts.js";
import { isJourneySetting } from "../../src/model/journey-setting.js";
import { propertiesByName } from "../../src/model/known-properties.js";
import { resourceKinds } from "../../src/model/model.js";

const page = lookUpType("PageNode");
const isProperty: Readonly<Record<ConceptOwner, (name: string) => boolean>> = {
  journey: isJourneySetting,
  page: (name) => propertiesByName(page, "1.0")?.has(name) === true,
  node: () => false,
  script: (name) => scriptMembers.includes(name),
};

describe.each(["journey", "page", "node", "script"] as const)("the words of a %s", (owner) => {
  test("lead to properties that there are, and are none themselves", () => {
    for (const word of conceptWords(owner)) {
      const { property } = conceptOf(word, owner) ?? {};
      if (property !== undefined) expect([word, isProperty[owner](property)]).toEqual([word, true]);
      expect([word, isProperty[owner](word)]).toEqual([word, false]);
    }
  });

  test("each mean one thing", () => {
    const words = conceptWords(owner).map((word) => word.toLowerCase());
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

test("a word for a kind of resource is none itself", () => {
  for (const kind of resourceKinds) expect(resourceKindMeant(kind)).toBeUndefined();
  expect(resourceKindMeant("Social Provider")).toBe("socialIdentityProvider");
});
