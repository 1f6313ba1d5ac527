import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { chooseJourneys } from "../../../src/export-json/read/choose-journeys.js";
import { type JourneyExport, placesInOneFile } from "../../../src/export-json/read/journey-export.js";
import { JsonPlace } from "../../../src/text/json-place.js";
import { SourceFile } from "../../../src/text/source-file.js";

const whole = JsonPlace.root(new SourceFile("x.json", "{}"));

/** A journey that is written `id` or `id@realm`. */
function exported(written: string): JourneyExport {
  const [id = "", realm] = written.split("@");
  return { id, realm, layout: "export", value: {}, places: placesInOneFile(whole.child(written)) };
}

function choose(journeys: readonly string[], options: { readonly realm?: string; readonly usualRealm?: string } = {}) {
  const diagnostics: Diagnostic[] = [];
  const chosen = chooseJourneys(journeys.map(exported), options, diagnostics);
  const nameOf = (pointer = "") => pointer.replace(/^\/|\/tree$/g, "").replaceAll("~1", "/");
  return {
    chosen: chosen.map(({ id, realm }) => (realm === undefined ? id : `${id}@${realm}`)),
    reported: diagnostics.map(({ code, place }) => [code, nameOf(place.pointer)]),
    messages: diagnostics.map(({ message }) => message),
    related: diagnostics.flatMap(({ related }) =>
      related.map(({ place, message }) => [nameOf(place.pointer), message]),
    ),
  };
}

describe("where any realm will do", () => {
  test("each journey is taken, and of several with one name the first, with a note for each other realm", () => {
    const { chosen, reported, messages } = choose(["A@alpha", "B@bravo", "A@bravo", "A@charlie", "B@charlie"]);
    expect(chosen).toEqual(["A@alpha", "B@bravo"]);
    expect(reported).toEqual([
      ["other-realm", "A@bravo"],
      ["other-realm", "A@charlie"],
    ]);
    expect(messages[1]).toContain('"A"');
    expect(messages[1]).toContain('"B"');
    expect(messages[1]).toContain("charlie");
  });

  test("two with one name in one realm are an error, with the first one beside it", () => {
    const found = choose(["A@alpha", "A@/alpha", "A@alpha"]);
    expect(found.chosen).toEqual(["A@alpha"]);
    expect(found.reported).toEqual([
      ["duplicate-journey", "A@/alpha"],
      ["duplicate-journey", "A@alpha"],
    ]);
    expect(found.related).toEqual([
      ["A@alpha", "First here"],
      ["A@alpha", "First here"],
    ]);
  });

  test("a journey whose realm is not known may be in any", () => {
    expect(choose(["A@alpha", "A"]).reported).toEqual([["duplicate-journey", "A"]]);
    expect(choose(["A", "A"]).reported).toEqual([["duplicate-journey", "A"]]);
    expect(choose(["A", "A@alpha"]).reported).toEqual([["other-realm", "A@alpha"]]);
  });
});

describe("journeys that two folders hold", () => {
  const at = (path: string, body: Record<string, string>): JourneyExport => {
    const place = JsonPlace.root(new SourceFile(path, "{}"));
    const value = { tree: { _id: "A", _rev: path, nodes: {} }, nodes: { n: { _id: "n", ...body } } };
    return { id: "A", realm: "root", layout: "folder", value, places: placesInOneFile(place) };
  };
  const amster = "docker/amster/p/root/AuthTree/A.json";
  const image = "docker/am/p/root/AuthTree/A.json";
  const fileBased = "config/services/realm/root/authenticationtreesservice/a.json";

  test.each([
    ["the same bytes", amster, image, {}, "info", '"docker/am" holds the same as "docker/amster": "A"'],
    [
      "another form",
      amster,
      fileBased,
      { _rev: "9", _outcomes: "none" },
      "info",
      '"config/services/realm/root/authenticationtreesservice" holds the same as "docker/amster/p/root/AuthTree": "A"',
    ],
    ["a node that differs", amster, image, { header: "New" }, "error", 'Journey "A" occurs twice'],
    ["one folder", amster, "docker/amster/p/root/AuthTree/B.json", {}, "error", 'Journey "A" occurs twice'],
  ])("%s", (_, first, second, body, severity, message) => {
    const diagnostics: Diagnostic[] = [];
    const chosen = chooseJourneys([at(first, {}), at(second, body)], {}, diagnostics);
    expect(chosen.map(({ places }) => places.tree.source.path)).toEqual([first]);
    expect(diagnostics.map((found) => [found.code, found.severity, found.message])).toEqual([
      ["duplicate-journey", severity, message],
    ]);
    if (severity === "info") expect(diagnostics[0]?.help).toBe("Check one of the two folders.");
  });
});

test.each([
  ["preprod-customers", "preprod-Customers"],
  ["root-preprod-customers", "preprod-Customers"],
  ["/preprod/customers", "preprod-Customers"],
  ["customers", "Customers"],
  ["Custmers", "Customers"],
  ["other", "Customers"],
])("--realm %s suggests %s", (realm, meant) => {
  const diagnostics: Diagnostic[] = [];
  chooseJourneys(["A@Customers", "B@preprod-Customers"].map(exported), { realm }, diagnostics);
  expect(diagnostics.map(({ help }) => help)).toEqual([expect.stringContaining(`Use \`--realm ${meant}\`,`)]);
});

test.each([
  [["A@alpha", "B@bravo"], { usualRealm: "alpha" }, "info"],
  [["A@alpha", "B@bravo", "C@bravo"], { usualRealm: "alpha" }, "warning"],
  [["A@bravo", "B@charlie"], { usualRealm: "alpha" }, "warning"],
  [["A@alpha", "B@bravo", "C@bravo"], { realm: "alpha", usualRealm: "alpha" }, "info"],
  [["A@alpha", "A@bravo"], {}, "info"],
])("of %j with %j what is left out is told with %s", (journeys, options, severity) => {
  const diagnostics: Diagnostic[] = [];
  chooseJourneys(journeys.map(exported), options, diagnostics);
  expect(diagnostics.map((found) => [found.code, found.severity])).toEqual([["other-realm", severity]]);
});

describe("where a realm is wanted", () => {
  test("journeys of it and those of no known realm are taken, whatever the realm is written like", () => {
    const found = choose(["A@bravo", "A@/alpha", "B@root-alpha", "C"], { realm: "alpha" });
    expect(found.chosen).toEqual(["A@/alpha", "B@root-alpha", "C"]);
    expect(found.reported).toEqual([["other-realm", "A@bravo"]]);
  });

  test("it is an error if there are none, and the realms that there are are told", () => {
    const found = choose(["A@/bravo", "B@bravo", "C@charlie"], { realm: "alpha" });
    expect(found.chosen).toEqual([]);
    expect(found.reported).toEqual([["wrong-realm", "A@/bravo"]]);
    expect(found.messages[0]).toContain("alpha");
    expect(found.messages[0]).toMatch(/bravo.*charlie/);
    expect(choose([], { realm: "alpha" }).reported).toEqual([]);
  });
});

describe("where a realm is usual", () => {
  test.each([
    [["A@bravo", "B@/alpha"], ["B@/alpha"]],
    [["A@bravo", "B@charlie"], ["A@bravo"]],
    [
      ["A", "B@charlie", "C@bravo"],
      ["A", "B@charlie"],
    ],
    [
      ["A", "B"],
      ["A", "B"],
    ],
  ])("of %j it or the first is read: %j", (journeys, chosen) => {
    expect(choose(journeys, { usualRealm: "alpha" }).chosen).toEqual(chosen);
  });

  test("a wanted one comes first", () => {
    expect(choose(["A@bravo", "B@alpha"], { realm: "bravo", usualRealm: "alpha" }).chosen).toEqual(["A@bravo"]);
  });
});
