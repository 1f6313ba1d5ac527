import { expect, test } from "vitest";
import { lookUpType } from "../../src/catalogue/catalogue.js";
import type { Resource, ResourceKind, Script } from "../../src/model/model.js";
import { allNodes, type NamingParts, usedResources } from "../../src/model/used-resources.js";
import type { Json } from "../../src/text/json.js";
import { node, setting, settings } from "../support/journey-fixture.js";

const { place } = setting(null);
const resource = (kind: ResourceKind, id: string, content: Json = {}): Resource => ({
  kind,
  id,
  content,
  file: undefined,
  place,
});
const script = (body: string): Script => ({
  name: "S",
  id: "s",
  title: "S",
  file: undefined,
  place,
  properties: new Map(),
  body,
});

const journey = (parts: Partial<NamingParts>): NamingParts => ({
  id: "Login",
  nodes: [],
  scripts: [],
  settings: new Map(),
  categories: undefined,
  raw: undefined,
  ...parts,
});

/** Whether a journey with one node and one script uses the resource. */
function uses(
  candidate: Resource,
  properties: Readonly<Record<string, Json>>,
  { typeId = "FixtureNode", body = "" } = {},
): boolean {
  const type = lookUpType(typeId);
  const nodes = [node("N", {}, { typeId, type, properties: settings(properties) })];
  return usedResources([candidate], journey({ nodes, scripts: [script(body)] })).length > 0;
}

test.each<ResourceKind>(["emailTemplate", "saml2Entity", "socialIdentityProvider", "theme"])(
  "a %s is used where a text in a node's properties is its id",
  (kind) => {
    expect(uses(resource(kind, "x"), { a: "x" })).toBe(true);
    expect(uses(resource(kind, "x"), { a: { b: [1, "x"] } })).toBe(true);
    expect(uses(resource(kind, "x"), { a: "xy", x: "y" })).toBe(false);
  },
);

test("a theme is used where a page's stage contains its id, and in no other part of a text", () => {
  expect(uses(resource("theme", "x-1"), { stage: '{"themeId":"x-1"}' })).toBe(true);
  expect(uses(resource("theme", "x-1"), { other: '{"themeId":"x-1"}' })).toBe(false);
  expect(uses(resource("emailTemplate", "x-1"), { stage: '{"themeId":"x-1"}' })).toBe(false);
});

test.each([
  ["&{esv.my.name}", true],
  ["a &{esv.my.name|default} b", true],
  ["&{esv.my.name.more}", false],
  ["esv.my.name", true],
  ["esv-my-name", true],
  ["esv.my", false],
  ["xesv.my.name", false],
])("a variable is used by %j: %j", (text, expected) => {
  expect(uses(resource("variable", "esv-my-name"), { a: text })).toBe(expected);
  expect(uses(resource("variable", "esv-my-name"), {}, { body: `go("${text}")` })).toBe(expected);
});

test("a node type is used by its nodes, also under the id that it has in an export of it", () => {
  expect(uses(resource("nodeType", "MineNode"), {}, { typeId: "MineNode" })).toBe(true);
  expect(uses(resource("nodeType", "MineNode"), {}, { typeId: "MineNode2" })).toBe(false);
  expect(uses(resource("nodeType", "abc-1"), {}, { typeId: "designer-abc" })).toBe(true);
  expect(uses(resource("nodeType", "abcd-1"), {}, { typeId: "designer-abc" })).toBe(false);
  expect(uses(resource("nodeType", "abc-1"), {}, { typeId: "my-designer-abc" })).toBe(false);
});

test("a node that may offer every provider uses all of them", () => {
  const provider = resource("socialIdentityProvider", "google");
  const typeId = "SelectIdPNode";
  expect(uses(provider, {}, { typeId })).toBe(true);
  expect(uses(provider, { filteredProviders: [] }, { typeId })).toBe(true);
  expect(uses(provider, { filteredProviders: ["google"] }, { typeId })).toBe(true);
  expect(uses(provider, { filteredProviders: ["apple"] }, { typeId })).toBe(false);
  expect(uses(provider, {}, { typeId: "PageNode" })).toBe(false);
});

test("a circle of trust is used with one of its entities", () => {
  const circle = (entity: string) => resource("circleOfTrust", "c", { trustedProviders: [`${entity}|saml2`] });
  const entity = resource("saml2Entity", "sp");
  const nodes = [node("N", {}, { properties: settings({ a: "sp", b: "c" }) })];
  const idsOf = (...candidates: readonly Resource[]) =>
    usedResources(candidates, journey({ nodes })).map(({ id }) => id);
  expect(idsOf(circle("sp"), entity)).toEqual(["c", "sp"]);
  expect(idsOf(circle("idp"), entity)).toEqual(["sp"]);
  expect(idsOf(circle("sp"))).toEqual([]);
  expect(idsOf(resource("theme", "other", ["sp"]), entity)).toEqual(["sp"]);
});

test("the inner nodes of a page come after it", () => {
  const [a, b] = [node("A", {}), node("B", {})];
  const page = node("P", {}, { children: [a, b] });
  const last = node("L", {});
  expect(allNodes([page, last]).map(({ name }) => name)).toEqual(["P", "A", "B", "L"]);
  expect(allNodes([last])).toEqual([last]);
  expect(uses(resource("theme", "x"), {})).toBe(false);
  const inner = node("I", {}, { properties: settings({ a: "x" }) });
  expect(
    usedResources([resource("theme", "x")], journey({ nodes: [node("P", {}, { children: [inner] })] })),
  ).toHaveLength(1);
});

test("a theme that lists the journey is used by it", () => {
  const used = (content: Json) => usedResources([resource("theme", "x", content)], journey({})).length > 0;
  expect(used({ linkedTrees: ["Other", "Login"] })).toBe(true);
  expect(used({ linkedTrees: ["Other"] })).toBe(false);
  expect(used({ linkedTrees: "Login" })).toBe(false);
  expect(uses(resource("variable", "x", { linkedTrees: ["Login"] }), {})).toBe(false);
});

test("a variable is used wherever its placeholder stands", () => {
  const value = "Call &{esv.desk.phone}.";
  const variable = resource("variable", "esv-desk-phone");
  const ids = (parts: Partial<NamingParts>, ...more: readonly Resource[]) =>
    usedResources([variable, ...more], journey(parts)).map(({ id }) => id);
  expect(ids({ settings: settings({ description: value }) })).toEqual(["esv-desk-phone"]);
  expect(ids({ id: value })).toEqual(["esv-desk-phone"]);
  expect(ids({ categories: setting([value]) })).toEqual(["esv-desk-phone"]);
  expect(ids({ raw: { "/tree/uiConfig": { note: value } } })).toEqual(["esv-desk-phone"]);
  expect(ids({ nodes: [node("N", {}, { displayName: value })] })).toEqual(["esv-desk-phone"]);
  expect(ids({ scripts: [{ ...script(""), properties: settings({ description: value }) }] })).toEqual([
    "esv-desk-phone",
  ]);
  expect(ids({})).toEqual([]);
  const theme = resource("theme", "dark", { footer: value });
  expect(ids({}, theme)).toEqual([]);
  expect(ids({ nodes: [node("N", {}, { properties: settings({ stage: "themeId=dark" }) })] }, theme)).toEqual([
    "esv-desk-phone",
    "dark",
  ]);
});

test("a theme is used where a stage has just its id, and a resource where its file holds what is named", () => {
  const stage = '{"themeId":"dark-blue"}';
  expect(uses(resource("theme", "dark"), { stage })).toBe(false);
  expect(uses(resource("theme", "dark-blue"), { stage })).toBe(true);
  expect(uses(resource("theme", "dark", { _id: "dark-blue" }), { stage })).toBe(true);
});
