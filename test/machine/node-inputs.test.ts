import { describe, expect, it } from "vitest";
import type { CallbackUse } from "../../src/catalogue/node-type.js";
import { nodeInputs } from "../../src/machine/node-inputs.js";
import type { Json } from "../../src/text/json.js";
import { node, settings } from "../support/journey-fixture.js";
import { typeWith } from "../support/reset-password.js";

function asking(name: string, callbacks: readonly CallbackUse[] | undefined, properties: Record<string, Json> = {}) {
  return node(name, {}, { type: typeWith(callbacks), properties: settings(properties) });
}

describe("nodeInputs", () => {
  it("names an input by its node, or by its id", () => {
    expect(nodeInputs(asking("User", [{ type: "NameCallback" }]))).toEqual(new Map([["User", "text"]]));
    const hidden = asking("Device", [
      { type: "HiddenValueCallback", id: "webAuthnOutcome" },
      { type: "TextOutputCallback" },
    ]);
    expect(nodeInputs(hidden)).toEqual(new Map([["webAuthnOutcome", "text"]]));
  });

  it("follows the node's settings", () => {
    const uses: readonly CallbackUse[] = [
      { type: "TermsAndConditionsCallback", when: { property: "ask", equals: true } },
      { type: "NameCallback", when: { property: "ask", equals: false } },
    ];
    expect(nodeInputs(asking("A", uses, { ask: true }))).toEqual(new Map([["A", "flag"]]));
    expect(nodeInputs(asking("A", uses, { ask: false }))).toEqual(new Map([["A", "text"]]));
    // Only the tenant knows: both may come.
    expect(nodeInputs(asking("A", uses, { ask: "&{esv.ask}" }))).toEqual(new Map([["A", "any"]]));
  });

  it("has an input for each attribute", () => {
    const uses: readonly CallbackUse[] = [
      { type: "StringAttributeInputCallback|BooleanAttributeInputCallback", perItemOf: "attributes" },
    ];
    expect(nodeInputs(asking("A", uses, { attributes: ["mail", "__proto__"] }))).toEqual(
      new Map([
        ["mail", "attribute"],
        ["__proto__", "attribute"],
      ]),
    );
    expect(nodeInputs(asking("A", uses))).toEqual(new Map());
    expect(nodeInputs(asking("A", uses, { attributes: "&{esv.attributes}" }))).toBe("any");
    expect(nodeInputs(asking("A", uses, { attributes: [{ $string: "&{esv.one}" }] }))).toBe("any");
  });

  it("lists choices unless the tenant fills them in", () => {
    const uses: readonly CallbackUse[] = [{ type: "ChoiceCallback" }];
    expect(nodeInputs(asking("A", uses, { choices: ["x", "y"] }))).toEqual(new Map([["A", ["x", "y"]]]));
    expect(nodeInputs(asking("A", uses, { choices: ["x", "&{esv.y}"] }))).toEqual(new Map([["A", "text"]]));
  });

  it("does not know what scripts, unknown types and unknown versions ask for", () => {
    expect(nodeInputs(asking("A", [{ type: "NameCallback" }, { type: "*" }]))).toBe("any");
    expect(nodeInputs(asking("A", undefined))).toBe("any");
    expect(nodeInputs(node("A", {}))).toBe("any");
    expect(nodeInputs({ ...asking("A", []), version: "constructor" })).toBe("any");
    expect(nodeInputs(asking("A", []))).toEqual(new Map());
  });

  it("asks on a page for all that its inner nodes ask for", () => {
    const children = [asking("User", [{ type: "NameCallback" }]), asking("Secret", [{ type: "PasswordCallback" }])];
    const page = { ...asking("Page", [{ type: "*" }]), children };
    expect(nodeInputs(page)).toEqual(
      new Map([
        ["User", "text"],
        ["Secret", "text"],
      ]),
    );
    expect(nodeInputs({ ...page, children: [...children, node("Unknown", {})] })).toBe("any");
  });
});
