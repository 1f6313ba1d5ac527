import { describe, expect, test } from "vitest";
import { keptDependencies, withKept } from "../../../src/import/into/keep-dependencies.js";
import type { Journey, Resource, ResourceKind, Script } from "../../../src/model/model.js";
import type { Json } from "../../../src/text/json.js";
import { journey, node, setting, settings } from "../../support/journey-fixture.js";

const { place } = setting(null);
const script = (id: string, body = ""): Script => ({
  name: id,
  id,
  title: `Title of ${id}`,
  file: undefined,
  place,
  properties: new Map(),
  body,
});
const resource = (kind: ResourceKind, id: string, content: Json = id): Resource => ({
  kind,
  id,
  content,
  file: undefined,
  place,
});

/** A journey with one node, inside a page, that has these texts among its settings. */
function using(texts: readonly string[], more: Partial<Journey>): Journey {
  const inner = node("I", {}, { properties: settings({ a: { b: [...texts] } }) });
  return journey(undefined, [node("P", {}, { children: [inner] })], more);
}

const kept = (read: Journey, existing: Journey) => {
  const { scripts, resources } = keptDependencies(read, existing);
  return [...scripts.map(({ id }) => id), ...resources.map(({ kind, id }) => `${kind} ${id}`)];
};

describe("a script that the export lacks", () => {
  const existing = using([], { scripts: [script("a"), script("b", 'require("Title of a")')] });

  test("is kept where the export has none at all", () => {
    expect(kept(using([], {}), existing)).toEqual(["a", "b"]);
  });

  test("is gone where the export has others, and nothing uses it", () => {
    const lone = using([], { scripts: [script("a")] });
    expect(kept(using([], { scripts: [script("c")] }), lone)).toEqual([]);
  });

  test("is kept where a node has its id, or a script requires its title", () => {
    const read = (texts: readonly string[], body = "") => using(texts, { scripts: [script("c", body)] });
    expect(kept(read(["b"]), existing)).toEqual(["a", "b"]);
    expect(kept(read([]), existing)).toEqual(["a"]);
    expect(kept(read([], 'require("Title of b")'), existing)).toEqual(["a", "b"]);
    expect(kept(read(["c", "xa"]), using([], { scripts: [script("a")] }))).toEqual([]);
  });

  test("is not kept beside that of the export", () => {
    expect(kept(using(["a"], { scripts: [script("a")] }), using([], { scripts: [script("a")] }))).toEqual([]);
  });
});

describe("a resource that the export lacks", () => {
  const existing = using([], { resources: [resource("theme", "x"), resource("variable", "x")] });

  test("is kept where the export has none of its kind", () => {
    expect(kept(using([], {}), existing)).toEqual(["theme x", "variable x"]);
    expect(kept(using([], { resources: [resource("theme", "y")] }), existing)).toEqual(["variable x"]);
  });

  test("is kept where something uses it", () => {
    expect(kept(using(["x"], { resources: [resource("theme", "y")] }), existing)).toEqual(["theme x", "variable x"]);
  });

  test("is not kept beside that of the export", () => {
    expect(kept(using(["x"], { resources: [resource("theme", "x")] }), existing)).toEqual(["variable x"]);
  });
});

describe("the export with what is kept", () => {
  const built = { scripts: { a: { _id: "a" }, b: { _id: "b" } }, variable: { x: 1 } };
  const nothing = { scripts: [], resources: [] };

  test("is the export itself where nothing is", () => {
    const original = { tree: {} };
    expect(withKept(original, built, nothing)).toBe(original);
  });

  test("has scripts and resources as the text builds them, beside its own", () => {
    const original = { tree: {}, scripts: { c: { _id: "c" } }, themes: [{ _id: "y" }] };
    const resources = [resource("variable", "x"), resource("theme", "x", { _id: "x" })];
    expect(withKept(original, built, { scripts: [script("a")], resources })).toEqual({
      tree: {},
      scripts: { c: { _id: "c" }, a: { _id: "a" } },
      variable: { x: 1 },
      themes: [{ _id: "y" }, { _id: "x" }],
    });
    expect(original).toEqual({ tree: {}, scripts: { c: { _id: "c" } }, themes: [{ _id: "y" }] });
  });

  test("gets a section that it lacks, or that is no object", () => {
    const { scripts } = { scripts: [script("b")] };
    expect(withKept({}, built, { scripts, resources: [] })).toEqual({ scripts: { b: { _id: "b" } } });
    expect(withKept({ scripts: 5 }, built, { scripts, resources: [] })).toEqual({ scripts: { b: { _id: "b" } } });
    expect(withKept({}, {}, { scripts: [], resources: [resource("theme", "x")] })).toEqual({ themes: ["x"] });
  });

  test("lacks what the text does not build", () => {
    expect(withKept({ tree: {} }, {}, { scripts: [script("a")], resources: [] })).toEqual({ tree: {} });
    expect(withKept({}, { scripts: 5 }, { scripts: [script("a")], resources: [] })).toEqual({});
  });
});
