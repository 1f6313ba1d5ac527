import { describe, expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { FrConfigNames } from "../../../src/config-folder/write/frconfig-names.js";
import { writeFrConfig } from "../../../src/config-folder/write/write-frconfig.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { withResidue } from "../../../src/export-json/residue.js";
import type { Journey } from "../../../src/model/model.js";
import { foldFileName } from "../../../src/text/file-name.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { documentsOf } from "../../support/documents-of.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "../../support/export-fixture.js";
import { canonicalJourney } from "../../support/same-journey.js";

function journeyOf(value: Json): Journey {
  const { model } = readExport(new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": value } })), {});
  return withResidue(model.journeys[0]!);
}

function write(journey: Journey, files: Readonly<Record<string, string>> = {}, realm = "alpha") {
  const placed = { journey, realm };
  return writeFrConfig(placed, new FrConfigNames([placed], new Map(Object.entries(files))));
}

describe("writeFrConfig", () => {
  test("names files as fr-config-manager does", () => {
    const { files, stale, leftOut } = write(journeyOf(exportFixture()));
    const journey = "realms/alpha/journeys/Sign In/";
    const scripts = "realms/alpha/scripts/";
    expect([...files.keys()].sort()).toEqual(
      [
        `${journey}Sign In.json`,
        `${journey}nodes/Check - ${ids.store}.json`,
        `${journey}nodes/Risk - ${ids.risk}.json`,
        `${journey}nodes/Sign In Page - ${ids.page}.json`,
        `${journey}nodes/Sign In Page - ${ids.page}/Name - ${ids.name}.json`,
        `${journey}nodes/Sign In Page - ${ids.page}/Password - ${ids.password}.json`,
        `${scripts}scripts-config/${ids.script}.json`,
        `${scripts}scripts-content/AUTHENTICATION_TREE_DECISION_NODE/Rate the risk.js`,
      ].sort(),
    );
    expect([stale, leftOut]).toEqual([[], []]);
    expect(files.get(`${scripts}scripts-content/AUTHENTICATION_TREE_DECISION_NODE/Rate the risk.js`)).toBe(
      fixtureScript,
    );
    expect(JSON.parse(files.get(`${scripts}scripts-config/${ids.script}.json`)!)).toMatchObject({
      script: { file: "scripts-content/AUTHENTICATION_TREE_DECISION_NODE/Rate the risk.js" },
    });
    // As the tool writes it: sorted keys, two spaces, no line end at the end.
    const tree = files.get(`${journey}Sign In.json`)!;
    expect(tree.startsWith('{\n  "_id": "Sign In",\n  "description"')).toBe(true);
    expect(tree.endsWith("\n}")).toBe(true);
  });

  test("reads back as the same journey", () => {
    const { files } = write(journeyOf(exportFixture()));
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([canonicalJourney(exportFixture())]);
  });

  test("names the files of the journey that are stale, and no others", () => {
    const journey = "realms/alpha/journeys/Sign In/";
    const existing = {
      [`${journey}Sign In.json`]: `{ "_id": "1" }`,
      [`${journey}nodes/Old - 1.json`]: `{ "_id": "1" }`,
      [`${journey}nodes/Page - 2/Inner - 3.json`]: `{ "_id": "1" }`,
      [`${journey}nodes/notes.txt`]: "",
      "realms/alpha/journeys/Sign In 2/nodes/x.json": `{ "_id": "1" }`,
      "realms/bravo/journeys/Sign In/nodes/x.json": `{ "_id": "1" }`,
      "realms/alpha/scripts/scripts-config/x.json": `{ "_id": "1" }`,
    };
    expect(write(journeyOf(exportFixture()), existing).stale).toEqual([
      `${journey}nodes/Old - 1.json`,
      `${journey}nodes/Page - 2/Inner - 3.json`,
    ]);
  });

  test("no name leads out of the journey's folder", () => {
    const fixture = exportFixture();
    (fixture.tree.nodes as Record<string, Record<string, Json>>)[ids.store]!.displayName = "../../..\\x:*?\u0000";
    (fixture.scripts[ids.script] as Record<string, Json>).name = "../../evil";
    (fixture.scripts[ids.script] as Record<string, Json>).context = "..";
    const journey = journeyOf(fixture);
    const { files } = write({ ...journey, id: "../../etc" }, {}, "../..");
    for (const path of files.keys()) {
      expect(path.startsWith("realms/")).toBe(true);
      expect(path.split("/").some((segment) => /^\.*$/.test(segment))).toBe(false);
    }
    expect(readFolder(files, {}).diagnostics).toEqual([]);
  });

  test("bodies without a node have no place and are named", () => {
    const fixture = exportFixture();
    fixture.nodes.stray = { _id: "stray" };
    expect(write(journeyOf(fixture)).leftOut).toEqual([{ kind: "node", id: "stray" }]);
  });

  test("whatever else has no place is named", () => {
    const fixture = exportFixture();
    fixture.scripts.broken = { _id: "broken", name: "Broken", script: 7 };
    const journey = journeyOf({
      ...fixture,
      themes: [{ _id: "t" }, { name: "without an id" }],
      emailTemplates: { other: { _id: "elsewhere" } },
      future: { a: 1 },
    });
    expect(write(journey).leftOut).toEqual([
      { kind: "emailTemplate", id: "other" },
      { kind: "theme", id: "t" },
      { kind: "theme", id: "1" },
      { kind: "script", id: "broken" },
      { kind: "member", id: "future" },
    ]);
  });

  test("e-mail templates go to their folder, texts apart, and come back; other resources are named", () => {
    const fixture = exportFixture();
    const suspend = "11111111-0000-4000-8000-000000000009";
    Object.assign(fixture.tree.nodes as object, {
      [suspend]: { displayName: "Mail", nodeType: "EmailSuspendNode", connections: {}, version: "1.0", x: 0, y: 0 },
    });
    fixture.nodes[suspend] = {
      _id: suspend,
      _outcomes: [{ id: "outcome", displayName: "Outcome" }],
      _type: { _id: "EmailSuspendNode", collection: true, name: "Email Suspend Node", version: "1.0" },
      emailTemplateName: "welcome",
    };
    const templates = {
      welcome: {
        _id: "emailTemplate/welcome",
        enabled: true,
        html: { en: "<b>Hi</b>", de: "" },
        message: { en: "Hi" },
        styles: "b {}",
        subject: { en: "Hi" },
      },
    };
    const journey = journeyOf({ ...fixture, emailTemplates: templates, themes: [{ _id: "t" }] });
    const { files, leftOut } = write(journey);
    expect(leftOut).toEqual([{ kind: "theme", id: "t" }]);
    expect(
      [...files]
        .filter(([path]) => path.startsWith("email-templates/"))
        .map(([path, text]) => [path, text.length > 20 ? "…" : text]),
    ).toEqual([
      ["email-templates/welcome/welcome.de.html", ""],
      ["email-templates/welcome/welcome.en.html", "<b>Hi</b>"],
      ["email-templates/welcome/welcome.en.md", "Hi"],
      ["email-templates/welcome/welcome.css", "b {}"],
      ["email-templates/welcome/welcome.json", "…"],
    ]);
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([
      canonicalJourney({ ...fixture, emailTemplates: templates }),
    ]);
    const without = new Map([...files].filter(([path]) => !path.endsWith(".css")));
    expect(readFolder(without, {}).diagnostics.map(({ message }) => message)).toEqual([
      'E-mail template "emailTemplate/welcome" has its text in "welcome.css", which does not exist',
    ]);
  });

  test("scripts with one title get files of their own", () => {
    const fixture = exportFixture();
    fixture.scripts.second = { ...(fixture.scripts[ids.script] as object), _id: "second", script: '"other"' };
    const { files } = write(journeyOf(fixture));
    const bodies = [...files].filter(([path]) => path.endsWith(".js")).map(([, text]) => text);
    expect(bodies.sort()).toEqual(["other", fixtureScript].sort());
  });

  test("journeys and scripts whose names some disks take for one get different files", () => {
    const journeyIds = ["Login", "login", "LOGIN"];
    const titles = ["\u00fcni", "u\u0308ni", "\u00dcNI"];
    const placed = journeyIds.map((id, index) => {
      const fixture = exportFixture();
      const script = fixture.scripts[ids.script] as JsonObject;
      const scriptId = `script-${index}`;
      (fixture.nodes[ids.risk] as Record<string, Json>).script = scriptId;
      const named = { ...script, _id: scriptId, name: titles[index]!, script: JSON.stringify(`// ${index}`) };
      return { journey: { ...journeyOf({ ...fixture, scripts: { [scriptId]: named } }), id }, realm: "alpha" };
    });
    const names = new FrConfigNames(placed);
    const files = new Map(placed.flatMap((each) => [...writeFrConfig(each, names).files]));
    const trees = [...files.keys()].filter((path) => /journeys\/[^/]+\/[^/]+$/.test(path));
    const texts = [...files.keys()].filter((path) => path.includes("scripts-content"));
    for (const paths of [trees, texts]) expect(new Set(paths.map(foldFileName)).size).toBe(3);
    expect(texts.map((path) => files.get(path)).sort()).toEqual(["// 0", "// 1", "// 2"]);
    const { model } = readFolder(files, {});
    expect(model.journeys.map(({ scripts }) => scripts.map(({ title, body }) => [title, body]))).toEqual(
      expect.arrayContaining(titles.map((title, index) => [[title, `// ${index}`]])),
    );
  });
});
