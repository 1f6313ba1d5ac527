import { describe, expect, test } from "vitest";
import { externType } from "../../src/catalogue/extern-type.js";
import type { NodeProperty } from "../../src/catalogue/node-type.js";
import { defaultOf, knownVersion, propertiesByName } from "../../src/model/known-properties.js";
import type { Json } from "../../src/text/json.js";

const property = (more: Partial<NodeProperty>): NodeProperty => ({ name: "p", type: "string", ...more });

describe("the value of a property that is left out", () => {
  test.each<[Partial<NodeProperty>, Json | undefined]>([
    [{ default: "x" }, "x"],
    [{ default: 0 }, 0],
    [{ default: false }, false],
    [{ default: [] }, []],
    [{}, undefined],
    [{ default: "" }, undefined],
    [{ default: "x", legacy: true }, undefined],
  ])("of %j is %j", (more, value) => expect(defaultOf(property(more), "managed/alpha_user")).toEqual(value));

  test("is the journey's managed object, where that is one and the type's own is the usual one", () => {
    const reference = { kind: "managedObject" } as const;
    const users = property({ default: "managed/user", reference });
    expect(defaultOf(users, "managed/alpha_user")).toBe("managed/alpha_user");
    expect(defaultOf(users, undefined)).toBe("managed/user");
    expect(defaultOf(users, "other")).toBe("managed/user");
    expect(defaultOf(property({ default: "managed/role", reference }), "managed/alpha_user")).toBe("managed/role");
    expect(defaultOf(property({ default: "managed/user" }), "managed/alpha_user")).toBe("managed/user");
  });
});

describe("what is known of a type", () => {
  const known = (properties: Json) => knownVersion(externType("x", new Map([["properties", properties]])).type, "1.0");

  test("are the properties that a text must set: required ones without a default that are no secrets", () => {
    const { demanded } = known({
      must: { type: "string", required: true },
      may: { type: "string" },
      has: { type: "string", required: true, default: "x" },
      secret: { type: "string", required: true, secret: true },
      old: { type: "string", required: true, legacy: true },
    });
    expect(demanded).toEqual(["must"]);
  });

  test("are those that an export has even where the text leaves them out", () => {
    const { defaulted } = known({
      a: { type: "string", default: "x" },
      b: { type: "string" },
      c: { type: "string", default: "" },
    });
    expect(defaulted.map(({ name }) => name)).toEqual(["a"]);
  });

  test("is next to nothing where the type or the version is not known", () => {
    const { type } = externType("x", new Map());
    const nothing = {
      properties: undefined,
      complete: false,
      references: [],
      demanded: [],
      emptyByDefault: [],
      defaulted: [],
      outcomes: undefined,
    };
    expect(knownVersion(undefined, "1.0")).toEqual(nothing);
    expect(knownVersion(type, "9.0")).toEqual(nothing);
    expect(propertiesByName(type, "1.0")).toBeUndefined();
  });
});
