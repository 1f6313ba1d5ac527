import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseNames, type NamingNode } from "../../../src/export-json/read/choose-names.js";
import { anyText } from "../../support/any-text.js";

function node(id: string, typeId: string, displayName: string, more: Partial<NamingNode> = {}): NamingNode {
  return { id, typeId, displayName, childIds: [], targets: [], ...more };
}

function namesOf(nodes: readonly NamingNode[], entryId = nodes[0]?.id): Record<string, string> {
  return Object.fromEntries(chooseNames({ journeyId: "Login", entryId, nodes }));
}

describe("chooseNames", () => {
  it.each([
    ["Already verified?", "AlreadyVerified"],
    ["Email OTP", "EmailOTP"],
    ["INTEGRATION ERROR", "IntegrationError"],
    ["MFA - Push", "MFAPush"],
    ["Don't ask again", "DontAskAgain"],
    ["User & Password", "UserAndPassword"],
    ["Gebäude prüfen", "GebäudePrüfen"],
    ["登录", "登录"],
    ["success", "SuccessDecision"],
    ["2FA", "Decision2FA"],
    ["_ ‑ !", "ScriptedDecision"],
    ["", "ScriptedDecision"],
    ["constructor", "Constructor"],
    ["a".repeat(200), `A${"a".repeat(47)}`],
  ])("makes a name of the label %j", (label, name) => {
    expect(namesOf([node("1", "ScriptedDecisionNode", label)])).toEqual({ 1: name });
  });

  it("takes the script's title where the label is the type's own", () => {
    const nodes = [node("1", "ScriptedDecisionNode", "Scripted Decision", { subject: "Check risk" })];
    expect(namesOf(nodes)).toEqual({ 1: "CheckRisk" });
  });

  it("names pages by header, then by what they ask for", () => {
    const nodes = [
      node("p1", "PageNode", "Page Node", { pageHeader: "Reset Password", childIds: ["a"], targets: ["p2"] }),
      node("a", "AttributeCollectorNode", "Attribute Collector", { childOf: "p1", subject: "mail" }),
      node("p2", "PageNode", "Page Node", { pageHeader: "Reset Password", childIds: ["b"], targets: ["p3"] }),
      node("b", "ValidatedPasswordNode", "Platform Password", { childOf: "p2" }),
      node("p3", "PageNode", "Page Node", { childIds: ["c", "d"], targets: ["p4"] }),
      node("c", "UsernameCollectorNode", "Username Collector", { childOf: "p3" }),
      node("d", "PasswordCollectorNode", "Password Collector", { childOf: "p3" }),
      node("p4", "PageNode", "Page Node", { childIds: ["e"] }),
      node("e", "MessageNode", "Message Node", { childOf: "p4" }),
    ];
    expect(namesOf(nodes)).toEqual({
      p1: "ResetPassword",
      a: "Mail",
      p2: "AskPassword",
      b: "PlatformPassword",
      p3: "AskUsernameAndPassword",
      c: "UsernameCollector",
      d: "PasswordCollector",
      p4: "MessagePage",
      e: "Message",
    });
  });

  it.each([
    ["product-ReCaptchaNode", "ReCaptcha"],
    ["designer-HasSessionNode", "HasSession"],
    ["designer-a605506774a848f7877b4d17a453bd39", "CustomNode"],
    ["MessageNode", "Message"],
    ["Message", "Message"],
    ["Node", "Node"],
    ["-", "Node"],
    ["", "Node"],
  ])("makes a name of the type %j where there is no label", (type, name) => {
    expect(namesOf([node("1", type, "")])).toEqual({ 1: name });
  });

  it.each([
    ["MessageNode", "failure", "FailureMessage"],
    ["MessageNode", "2nd", "Message2nd"],
    ["designer-a605506774a848f7877b4d17a453bd39", "success", "SuccessNode"],
    ["designer-a605506774a848f7877b4d17a453bd39", "2nd", "Node2nd"],
    ["", "start", "StartNode"],
    ["2Node", "success", "SuccessNode"],
  ])("adds to a name that may not stand alone what the type %j is: %j", (type, label, name) => {
    expect(namesOf([node("1", type, label)])).toEqual({ 1: name });
  });

  it.each([
    [["UsernameCollectorNode"], "AskUsername"],
    [["UsernameCollectorNode", "PasswordCollectorNode"], "AskUsernameAndPassword"],
    [["UsernameCollectorNode", "PasswordCollectorNode", "KbaCreateCollectorNode"], "AskUsernamePasswordAndKbaCreate"],
    [["NameCollectorNode", "PasswordCollectorNode", "KbaCollectorNode", "PinCollectorNode"], "Page"],
    [["PasswordCollectorNode", "PasswordCollectorNode"], "AskPassword"],
    [["MessageNode", "PasswordCollectorNode"], "AskPassword"],
    [["ValidatedPasswordNode"], "AskPassword"],
    [["MessageNode"], "MessagePage"],
    [["MessageNode", "MessageNode"], "Page"],
    [[], "Page"],
  ])("names a page by what it asks for: %j", (types, name) => {
    const children = types.map((type, index) => node(`c${index}`, type, "", { childOf: "p" }));
    const page = node("p", "PageNode", "", { childIds: children.map(({ id }) => id) });
    expect(namesOf([page, ...children]).p).toBe(name);
  });

  it("names a page by its header even where it has no inner nodes", () => {
    expect(namesOf([node("1", "PageNode", "Page Node", { pageHeader: "Sign in" })])).toEqual({ 1: "SignIn" });
  });

  it("names inner nodes that no page lists, and those of a page that is missing", () => {
    const nodes = [
      node("p", "PageNode", "Ask", { childIds: ["a", "gone"] }),
      node("a", "MessageNode", "Tell", { childOf: "p" }),
      node("b", "MessageNode", "Tell", { childOf: "p" }),
      node("c", "MessageNode", "Tell", { childOf: "gone" }),
    ];
    expect(namesOf(nodes)).toEqual({ p: "Ask", a: "Tell", b: "Tell", c: "Tell2" });
  });

  it("numbers equal names in reading order, whatever order the nodes are given in", () => {
    const first = node("z", "MessageNode", "Tell", { targets: ["a"] });
    const second = node("a", "MessageNode", "tell", { targets: ["m"] });
    const third = node("m", "MessageNode", "Tell?");
    const expected = { z: "Tell", a: "Tell2", m: "Tell3" };
    expect(namesOf([first, second, third], "z")).toEqual(expected);
    expect(namesOf([third, second, first], "z")).toEqual(expected);
  });

  it("keeps number and name apart", () => {
    expect(namesOf([node("1", "T", "Page 1"), node("2", "T", "Page 1")])).toEqual({ 1: "Page1", 2: "Page1_2" });
  });

  it("gives every node a legal name, unique in its scope", () => {
    const label = fc.oneof(anyText(), fc.constantFrom("success", "A", "a2", "A 2", "a", "Page Node"));
    fc.assert(
      fc.property(fc.array(fc.tuple(label, fc.constantFrom("PageNode", "X", "", "1Node", "__proto__"))), (drafts) => {
        const nodes = drafts.map(([text, type], index) => node(String(index), type, text));
        const names = [...chooseNames({ journeyId: "J", entryId: "0", nodes }).values()];
        expect(names).toHaveLength(nodes.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u);
      }),
    );
  });
});
