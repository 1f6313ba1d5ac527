import { describe, expect, test } from "vitest";
import { lookUpType } from "../../src/catalogue/catalogue.js";
import { type ChildOutcomes, deriveOutcomes, isAlsoSeenOutcome } from "../../src/catalogue/outcomes.js";
import type { Json } from "../../src/text/json.js";

function derive(
  name: string,
  properties: Readonly<Record<string, Json>>,
  options: { version?: string; children?: ChildOutcomes[] } = {},
) {
  const type = lookUpType(name)!;
  return deriveOutcomes(
    type,
    options.version ?? "1.0",
    new Map(Object.entries(properties)),
    options.children ?? [],
    lookUpType,
  );
}

function ids(...args: Parameters<typeof derive>): readonly string[] {
  return derive(...args).outcomes.map((outcome) => outcome.id);
}

describe("fixed outcomes", () => {
  test("have the platform's ids, display names and order", () => {
    expect(derive("IdentifyExistingUser", {})).toEqual({
      outcomes: [
        { id: "true", displayName: "True", outcome: "true", child: undefined },
        { id: "false", displayName: "False", outcome: "false", child: undefined },
      ],
      known: true,
    });
  });

  test("that are only guessed are not known", () => {
    expect(derive("PolicyDecision", {})).toMatchObject({ outcomes: [{ id: "true" }, { id: "false" }], known: false });
  });

  test("of a type without evidence are unknown", () => {
    expect(derive("BackchannelNotification", {})).toEqual({ outcomes: [], known: false });
  });
});

describe("outcomes from a list", () => {
  test("are its entries, each once", () => {
    expect(ids("ScriptedDecision", { outcomes: ["yes", "no", "yes"] })).toEqual(["yes", "no"]);
  });

  test("are those of the default where the list is absent", () => {
    expect(derive("ScriptedDecision", {})).toEqual({ outcomes: [], known: true });
  });

  test("are unknown where the tenant decides the list, or an entry", () => {
    expect(derive("ScriptedDecision", { outcomes: { $array: "&{esv.outcomes}" } })).toEqual({
      outcomes: [],
      known: false,
    });
    expect(derive("ScriptedDecision", { outcomes: ["yes", "&{esv.no}"] })).toMatchObject({
      outcomes: [{ id: "yes" }],
      known: false,
    });
  });

  test("survive values of a wrong kind", () => {
    expect(derive("ScriptedDecision", { outcomes: "yes" })).toEqual({ outcomes: [], known: false });
    expect(derive("ScriptedDecision", { outcomes: ["__proto__", 3] })).toMatchObject({
      outcomes: [{ id: "__proto__" }],
      known: false,
    });
  });

  test("stand beside the keys of a map", () => {
    const properties = { responseCodes: ["200", "404"], jpToOutcomeMapper: { found: "$.id" } };
    expect(ids("RESTNode", properties)).toEqual(expect.arrayContaining(["200", "404", "found"]));
  });
});

describe("outcomes with a condition", () => {
  test("count the condition's default where the property is absent", () => {
    expect(ids("SelectIdP", {})).toEqual(["socialAuthentication", "localAuthentication"]);
    expect(ids("SelectIdP", { includeLocalAuthentication: false })).toEqual(["socialAuthentication"]);
    expect(ids("InnerTreeEvaluator", {})).toEqual(["true", "false"]);
    expect(ids("InnerTreeEvaluator", { displayErrorOutcome: true })).toEqual(["true", "false", "error"]);
  });

  test("are listed, but not known, where the tenant decides", () => {
    const derived = derive("InnerTreeEvaluator", { displayErrorOutcome: { $bool: "&{esv.show}" } });
    expect(derived.outcomes.map((outcome) => outcome.id)).toEqual(["true", "false", "error"]);
    expect(derived.known).toBe(false);
  });

  test("compare numbers, join conditions, and ask for presence", () => {
    expect(ids("WebAuthnRegistration", { maxSavedDevices: 2 })).toContain("exceedDeviceLimit");
    expect(ids("WebAuthnRegistration", { maxSavedDevices: 0 })).not.toContain("exceedDeviceLimit");
    expect(ids("WebAuthnRegistration", { maxSavedDevices: 2, postponeDeviceProfileStorage: true })).not.toContain(
      "exceedDeviceLimit",
    );
    expect(ids("product-Saml2", {})).toEqual(["ACCOUNT_EXISTS", "NO_ACCOUNT"]);
    expect(ids("product-Saml2", { validateIdpEntityId: false })).toEqual(["ACCOUNT_EXISTS", "NO_ACCOUNT", "ERROR"]);
  });
});

test("a display name can come from a property", () => {
  const { outcomes } = derive("FlowControl", { outcomeADisplayName: "Old", outcomeBDisplayName: "New" });
  expect(outcomes.map(({ id, displayName }) => [id, displayName])).toEqual([
    ["A", "Old"],
    ["B", "New"],
  ]);
});

describe("outcomes of a delegate", () => {
  test("are all that the named type can have", () => {
    expect(ids("ConfigProvider", { nodeType: "InnerTreeEvaluatorNode" })).toContain("error");
  });

  test("are unknown for an unknown type and for a type that the tenant decides", () => {
    for (const nodeType of ["SomebodysNode", "&{esv.type}"]) {
      // Its own failure is certain all the same.
      expect(derive("ConfigProvider", { nodeType })).toMatchObject({
        outcomes: [{ id: "CONFIGURATION_FAILED" }],
        known: false,
      });
    }
  });
});

describe("outcomes of a page", () => {
  const child = (name: string, outcomes: readonly string[], more: Partial<ChildOutcomes> = {}): ChildOutcomes => ({
    id: `id-${name}`,
    name,
    standalone: false,
    known: true,
    outcomes: outcomes.map((id) => ({ id, displayName: id, outcome: id, child: undefined })),
    ...more,
  });

  test("1.0 are those of the last inner node that has any, unchanged", () => {
    const children = [child("A", ["outcome"]), child("B", ["true", "false"]), child("C", [])];
    expect(derive("Page", {}, { children }).outcomes).toEqual([
      { id: "true", displayName: "true", outcome: "true", child: "B" },
      { id: "false", displayName: "false", outcome: "false", child: "B" },
    ]);
  });

  test("1.0 are unknown with those of the last inner node", () => {
    const children = [child("A", ["outcome"]), child("B", [], { known: false })];
    expect(derive("Page", {}, { children })).toEqual({ outcomes: [], known: false });
  });

  test("2.0 carry the inner node's id; standalone ones add theirs", () => {
    const children = [child("A", ["outcome"]), child("B", ["true"]), child("C", ["social"], { standalone: true })];
    expect(derive("Page", {}, { version: "2.0", children }).outcomes).toEqual([
      { id: "id-B-true", displayName: "true", outcome: "true", child: "B" },
      { id: "id-C-social", displayName: "social", outcome: "social", child: "C" },
    ]);
  });

  test("an id may hold what means something in a replacement", () => {
    const children = [child("A", ["true"], { id: "$&" })];
    expect(ids("Page", {}, { version: "2.0", children })).toEqual(["$&-true"]);
  });

  test("an empty page has none", () => {
    expect(derive("Page", {})).toEqual({ outcomes: [], known: true });
    expect(derive("Page", {}, { version: "2.0" })).toEqual({ outcomes: [], known: true });
  });
});

test("outcomes of other releases are recognised", () => {
  const type = lookUpType("VerifyAuthLookup")!;
  expect(isAlsoSeenOutcome(type, "1.0", "Not Mobile")).toBe(true);
  expect(isAlsoSeenOutcome(type, "1.0", "nonsense")).toBe(false);
});
