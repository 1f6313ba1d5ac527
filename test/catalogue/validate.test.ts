import { describe, expect, test } from "vitest";
import { lookUpType } from "../../src/catalogue/catalogue.js";
import { validateProperties } from "../../src/catalogue/validate.js";
import type { Json } from "../../src/text/json.js";

function problems(name: string, properties: Readonly<Record<string, Json>>) {
  return validateProperties(lookUpType(name)!, "1.0", new Map(Object.entries(properties)));
}

describe("validateProperties", () => {
  test("says what was expected and where", () => {
    expect(problems("AttributeCollector", { required: "yes", attributesToCollect: ["mail", 3] })).toEqual([
      { property: "required", pointer: "", found: "yes", problem: { kind: "type", expected: "boolean" } },
      { property: "attributesToCollect", pointer: "/1", found: 3, problem: { kind: "type", expected: "string" } },
    ]);
  });

  test("knows enumerations", () => {
    expect(problems("product-Saml2", { binding: "HTTP_GET" })).toEqual([
      {
        property: "binding",
        pointer: "",
        found: "HTTP_GET",
        problem: { kind: "enum", allowed: ["HTTP_ARTIFACT", "HTTP_POST"] },
      },
    ]);
    const [problem] = problems("WebAuthnRegistration", { acceptedSigningAlgorithms: ["ES256", "MD5"] });
    expect(problem).toMatchObject({ pointer: "/1", problem: { kind: "enum" } });
  });

  test("knows ranges", () => {
    expect(problems("RetryLimitDecision", { retryLimit: 0 })).toMatchObject([
      { problem: { kind: "exclusiveMinimum", limit: 0 } },
    ]);
    expect(problems("ProfileCompletenessDecision", { threshold: 101 })).toMatchObject([
      { problem: { kind: "maximum", limit: 100 } },
    ]);
    expect(problems("OneTimePasswordGenerator", { length: 5 })).toMatchObject([
      { problem: { kind: "minimum", limit: 6 } },
    ]);
    expect(problems("RetryLimitDecision", { retryLimit: 1.5 })).toMatchObject([
      { problem: { kind: "type", expected: "integer" } },
    ]);
  });

  test("knows values that must not be empty", () => {
    expect(problems("AttributeCollector", { attributesToCollect: [] })).toMatchObject([{ problem: { kind: "empty" } }]);
    expect(problems("Meter", { metricKey: "" })).toMatchObject([{ problem: { kind: "empty" } }]);
  });

  test("takes texts by locale", () => {
    expect(problems("Page", { pageHeader: { en: "Hello", de: "Hallo" } })).toEqual([]);
    expect(problems("Page", { pageHeader: { "a/b~c": 3 } })).toEqual([
      { property: "pageHeader", pointer: "/a~1b~0c", found: 3, problem: { kind: "type", expected: "string" } },
    ]);
  });

  test("takes placeholders in place of any value", () => {
    expect(problems("RetryLimitDecision", { retryLimit: { $int: "&{esv.retries|3}" } })).toEqual([]);
    expect(problems("RetryLimitDecision", { retryLimit: "&{esv.retries}" })).toHaveLength(1);
    expect(problems("product-Saml2", { binding: "&{esv.binding}", forceAuthn: { $bool: "&{esv.force}" } })).toEqual([]);
    expect(problems("ScriptedDecision", { outcomes: { $array: "&{esv.outcomes}" } })).toEqual([]);
    expect(problems("ScriptedDecision", { outcomes: ["a", { $string: "&{esv.b}" }] })).toEqual([]);
    expect(problems("RetryLimitDecision", { retryLimit: { $int: "&{esv.retries}", more: 1 } })).toHaveLength(1);
  });

  test("takes null for secrets and for what may be left out", () => {
    expect(problems("LdapDecision", { adminPassword: null })).toEqual([]);
    expect(problems("Page", { stage: null })).toEqual([]);
    expect(problems("RetryLimitDecision", { retryLimit: null })).toHaveLength(1);
  });

  test("says nothing of properties that it does not know", () => {
    expect(problems("RetryLimitDecision", { retries: "x", ["__proto__"]: 1, constructor: 2 })).toEqual([]);
    expect(problems("CrowdStrikeDeviceDetails", { anything: [1] })).toEqual([]);
  });

  test("treats an unknown version as the default one", () => {
    const type = lookUpType("RetryLimitDecision")!;
    expect(validateProperties(type, "9.0", new Map([["retryLimit", "three"]]))).toHaveLength(1);
  });
});
