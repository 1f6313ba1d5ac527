import { describe, expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { configFolderFixture } from "../../support/config-folder-fixture.js";
import { documentsOf } from "../../support/documents-of.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { folderLayouts } from "../../support/folder-layouts.js";
import { canonicalJourney } from "../../support/same-journey.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const text = (value: Json) => JSON.stringify(value, null, 2);

const wanted = canonicalJourney(exportFixture());

describe("fr-config-manager", () => {
  test("tree, nodes, inner nodes and scripts come together", () => {
    const { model, diagnostics } = readFolder(configFolderFixture(), {});
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([wanted]);
    expect(model.journeys[0]!.scripts[0]!.body).toBe(fixtureScript);
  });

  test("places lead into the file of each part", () => {
    const [journey] = readFolder(configFolderFixture(), {}).model.journeys;
    const risk = journey!.nodes.find((node) => node.id === ids.risk)!;
    expect(risk.place.source.path).toBe("realms/alpha/journeys/Sign In/Sign In.json");
    const outcomes = risk.properties.get("outcomes")!.place;
    expect(outcomes.source.path).toBe(`realms/alpha/journeys/Sign In/nodes/Risk - ${ids.risk}.json`);
    expect(outcomes.pointer).toBe("/outcomes");
    expect(outcomes.source.slice(outcomes.range)).toMatch(/^\[\s+"low"/);
  });

  test("a node without its file is told, and survives", () => {
    const files = configFolderFixture();
    files.delete(`realms/alpha/journeys/Sign In/nodes/Check - ${ids.store}.json`);
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["missing-node-file", 'No file holds node "Check" of journey "Sign In"'],
    ]);
    expect(model.journeys[0]!.nodes).toHaveLength(3);
  });

  test("a misspelt id of a node is told with the id of the file that is there", () => {
    const [tree, node] = ["realms/alpha/journeys/J/J.json", "realms/alpha/journeys/J/nodes/N - f6986cf0.json"];
    const files = (entryNodeId: string) =>
      new Map([
        [
          tree!,
          text({
            _id: "J",
            entryNodeId,
            nodes: { "8f6986cf0": { nodeType: "UsernameCollectorNode", displayName: "N", connections: {} } },
          }),
        ],
        [node!, text({ _id: "f6986cf0", _type: { _id: "UsernameCollectorNode" } })],
      ]);
    const missing = (entryNodeId: string) =>
      readFolder(files(entryNodeId), {}).diagnostics.filter(({ code }) => code === "missing-node-file");
    expect(missing("8f6986cf0").map(({ help, restsOn }) => [help, restsOn])).toEqual([
      ['Did you mean "f6986cf0", of which the file is there?', []],
    ]);
    // The entry has a finding of its own then.
    expect(missing("f6986cf0")[0]?.restsOn?.map(({ pointer }) => pointer)).toEqual(["/entryNodeId"]);
  });

  test("trees without any node file are one finding each, and one where the whole folder has none", () => {
    const tree = (id: string, ...nodes: readonly string[]) => {
      const references = nodes.map((node) => [node, { nodeType: "PageNode", displayName: node, connections: {} }]);
      return text({ _id: id, entryNodeId: nodes[0] ?? "x", nodes: Object.fromEntries(references) });
    };
    const [first, second, none] = ["One", "Two", "None"].map((id) => `realms/alpha/journeys/${id}/${id}.json`);
    const alone = new Map([
      [first!, tree("One", "a", "b")],
      [second!, tree("Two", "c")],
      [none!, tree("None")],
    ]);
    const found = (files: ReadonlyMap<string, string>) =>
      readFolder(files, {}).diagnostics.map(({ message, place }) => `${message} ${place.source.path} ${place.pointer}`);
    expect(found(alone)).toEqual([`No file holds any of the 3 nodes of 2 journeys, such as "One" ${first} /nodes`]);
    const body = text({ _id: "c", _type: { _id: "PageNode" }, nodes: [] });
    expect(found(new Map([...alone, ["realms/alpha/journeys/Two/nodes/c - c.json", body]]))).toEqual([
      `No file holds any of the 2 nodes of journey "One" ${first} /nodes`,
    ]);
  });

  test("the inner nodes of a page without its file are not told as well", () => {
    const files = configFolderFixture();
    expect(files.delete(`realms/alpha/journeys/Sign In/nodes/Sign In Page - ${ids.page}.json`)).toBe(true);
    const { diagnostics } = readFolder(files, {});
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing-node-file"]);
  });

  test("a file that nothing names is told, and not read", () => {
    const files = configFolderFixture();
    const path = "realms/alpha/journeys/Sign In/nodes/Old - 99.json";
    files.set(path, text({ _id: "99", _type: { _id: "DataStoreDecisionNode" } }));
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics.map(({ code, place }) => [code, place.source.path])).toEqual([["stale-node-file", path]]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([wanted]);
  });

  test("a node of an Amster export that no tree names is told, where the trees and all of their nodes are there", () => {
    const tree = {
      _id: "Login",
      entryNodeId: "1",
      nodes: { "1": { nodeType: "DataStoreDecisionNode", connections: {} } },
    };
    const node = (id: string) =>
      text({
        metadata: { entityType: "DataStoreDecision", entityId: id },
        data: { _id: id, _type: { _id: "DataStoreDecisionNode" } },
      });
    const files = new Map([
      ["root/AuthTree/Login.json", text({ metadata: { entityType: "AuthTree", entityId: "Login" }, data: tree })],
      ["root/DataStoreDecision/1.json", node("1")],
      ["root/DataStoreDecision/2.json", node("2")],
    ]);
    const found = (these: ReadonlyMap<string, string>) =>
      readFolder(these, {}).diagnostics.map(({ code, severity, place }) => [code, severity, place.source.path]);
    // The folder may be a part of a realm.
    expect(found(files)).toEqual([["stale-node-file", "info", "root/DataStoreDecision/2.json"]]);
    files.delete("root/DataStoreDecision/1.json");
    expect(found(files).map(([code]) => code)).toEqual(["missing-node-file"]);
  });

  test("the other settings of a realm in an Amster export are no nodes; those of a custom type are", () => {
    const entity = (entityType: string, data: JsonObject) =>
      text({
        metadata: { realm: "/", amsterVersion: "6.5.1", entityType, entityId: "x" },
        data: { _id: "x", ...data },
      });
    const type = (_id: string) => ({ _type: { _id, name: _id, collection: true } });
    const tree = { entryNodeId: "1", nodes: { "1": { nodeType: "DataStoreDecisionNode", connections: {} } } };
    const files = new Map([
      ["root/AuthTree/Login.json", entity("AuthTree", { ...tree, _id: "Login" })],
      ["root/DataStoreDecision/1.json", entity("DataStoreDecision", { ...type("DataStoreDecisionNode"), _id: "1" })],
      ["root/Policies/p.json", entity("Policies", { applicationName: "oauth2Scopes", active: true })],
      ["root/OAuth2Clients/c.json", entity("OAuth2Clients", type("OAuth2Client"))],
      ["root/LdapModule/LDAP.json", entity("LdapModule", type("ldap"))],
      ["root/AuthenticationChains/a.json", entity("AuthenticationChains", type("EMPTY"))],
      ["root/GateNode/g.json", entity("GateNode", type("GateNode"))],
      ["root/LegacyLogin/l.json", entity("LegacyLogin", { ...type("LegacyLogin"), _outcomes: [{ id: "true" }] })],
    ]);
    expect(readFolder(files, {}).diagnostics.map(({ code, place }) => [code, place.source.path])).toEqual([
      ["stale-node-file", "root/GateNode/g.json"],
      ["stale-node-file", "root/LegacyLogin/l.json"],
    ]);
  });

  test("a script without its body is an error; a path that leads out of the folder finds nothing", () => {
    const files = configFolderFixture();
    const config = `realms/alpha/scripts/scripts-config/${ids.script}.json`;
    files.set(
      config,
      text({
        ...(exportFixture().scripts[ids.script] as JsonObject),
        script: { file: "../../../../../../etc/passwd" },
      }),
    );
    files.set("etc/passwd", "no");
    files.set("/etc/passwd", "no");
    const { diagnostics } = readFolder(files, {});
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing-text-file"]);
  });

  test("library scripts come along with the scripts that require them", () => {
    const files = configFolderFixture();
    files.set("realms/alpha/scripts/scripts-content/X/Rate the risk.js", 'var tools = require("tools");\n');
    const library = {
      _id: "lib",
      name: "tools",
      context: "LIBRARY",
      script: { file: "scripts-content/LIBRARY/tools.js" },
    };
    files.set("realms/alpha/scripts/scripts-config/lib.json", text(library));
    files.set("realms/alpha/scripts/scripts-content/LIBRARY/tools.js", "exports.a = require('tools');\n");
    const [journey] = readFolder(files, {}).model.journeys;
    expect(journey!.scripts.map((script) => script.title)).toEqual(["Rate the risk", "tools"]);
  });

  test("each realm has its own nodes; the wanted one is read", () => {
    const bravo = exportFixture();
    (bravo.nodes[ids.risk] as Record<string, Json>).outcomes = ["bravo"];
    const files = new Map([...configFolderFixture("alpha"), ...configFolderFixture("bravo", bravo)]);
    for (const realm of ["alpha", "bravo"]) {
      const { model, diagnostics } = readFolder(files, { realm });
      expect(diagnostics.map(({ code }) => code)).toEqual(["other-realm"]);
      const risk = model.journeys[0]!.nodes.find((node) => node.id === ids.risk)!;
      expect(risk.properties.get("outcomes")?.value).toEqual(realm === "bravo" ? ["bravo"] : ["low", "high"]);
    }
  });
});

function entity(entityType: string, data: Json, realm = "/"): string {
  return text({ metadata: { realm, entityType, entityId: "x", pathParams: {} }, data });
}

/** Without what these layouts lack. */
function withoutScripts() {
  const { scripts: _scripts, ...fixture } = exportFixture();
  return fixture;
}

describe("Amster", () => {
  test("entities come together by id", () => {
    const fixture = withoutScripts();
    const files: Map<string, string> = new Map([["root/AuthTree/SignIn.json", entity("AuthTree", fixture.tree)]]);
    for (const [id, body] of [...Object.entries(fixture.nodes), ...Object.entries(fixture.innerNodes)]) {
      files.set(`root/Some Folder/${id}.json`, entity("SomeType", body));
    }
    files.set(`root/Scripts/${ids.script}.json`, entity("Scripts", exportFixture().scripts[ids.script]!));
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([wanted]);
    const { place } = model.journeys[0]!.nodes[0]!.properties.get("pageHeader")!;
    expect(place.pointer).toBe("/data/pageHeader");
  });
});

describe("file-based configuration of AM", () => {
  test("loses the prefix of ids and the text form of page entries", () => {
    const fixture = withoutScripts();
    const folder = "config/services/realm/root-alpha";
    const files: Map<string, string> = new Map([
      [
        `${folder}/authenticationtreesservice/1.0/organizationconfig/default/signin.json`,
        entity("authenticationTreesService", { ...fixture.tree, _id: "default/Sign In" }, "/alpha"),
      ],
    ]);
    for (const [id, body] of [...Object.entries(fixture.nodes), ...Object.entries(fixture.innerNodes)]) {
      const { nodes, ...rest } = body as Record<string, Json>;
      const children = (nodes as Record<string, string>[] | undefined)?.map(
        (child) => `${child._id}:${child.nodeType}:${child.displayName}: with colon`,
      );
      const data = { ...rest, ...(children ? { nodes: children } : {}), _id: `default/${id}` };
      files.set(`${folder}/somenode/1.0/organizationconfig/default/${id}.json`, entity("SomeNode", data, "/alpha"));
    }
    const expected = withoutScripts();
    (expected.nodes[ids.page] as Record<string, Json>).nodes = [
      { _id: ids.name, nodeType: "UsernameCollectorNode", displayName: "Name: with colon" },
      { _id: ids.password, nodeType: "PasswordCollectorNode", displayName: "Password: with colon" },
    ];
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(documentsOf(model).map(canonicalJourney)).toEqual([canonicalJourney(expected)]);
  });
});

describe("scripts of file-based configuration", () => {
  const scripted = (script: Json, prefix: string, folder: string, realm?: string) => {
    const service = "config/services/realm";
    const trees = `${service}/root-alpha/authenticationtreesservice/1.0/organizationconfig/default`;
    const reference = { connections: { true: "s" }, displayName: "Decide", nodeType: "ScriptedDecisionNode" };
    const tree = { _id: "default/T", entryNodeId: "n", nodes: { n: reference } };
    const type = { _id: "ScriptedDecisionNode", name: "ScriptedDecisionNode", collection: true };
    const node = { _id: "default/n", _type: type, script: ids.script, outcomes: ["true"], inputs: [], outputs: [] };
    const configuration = {
      _id: prefix + ids.script,
      _type: { _id: "ScriptingService", name: "ScriptingService", collection: false },
      context: "AUTHENTICATION_TREE_DECISION_NODE",
      language: "JAVASCRIPT",
      name: "Decide",
      script,
    };
    return new Map([
      [`${trees}/t.json`, entity("authenticationTreesService", tree, "/alpha")],
      [
        `${service}/root-alpha/scripteddecisionnode/1.0/organizationconfig/default/n.json`,
        entity("ScriptedDecisionNode", node, "/alpha"),
      ],
      [
        `${service}/${folder}/${ids.script}.json`,
        text({ metadata: { realm: realm ?? null, entityType: "ScriptingService" }, data: configuration }),
      ],
    ]);
  };
  const ofRealm = "root-alpha/scriptingservice/1.0/organizationconfig/default/scriptconfigurations";
  const ofAll = "root/scriptingservice/1.0/globalconfig/default/globalscripts";

  test.each([
    ["default/", ofRealm, "/alpha"],
    ["default/scriptConfigurations/", ofRealm, "/alpha"],
    ["default/some/other/", ofRealm, "/alpha"],
    ["default/globalScripts/", ofAll, undefined],
  ])("are read with the prefix %s", (prefix, folder, realm) => {
    const { model, diagnostics } = readFolder(scripted('outcome = "true";', prefix, folder, realm), {});
    expect(diagnostics).toEqual([]);
    expect(model.journeys[0]!.scripts.map(({ id, body }) => [id, body])).toEqual([[ids.script, 'outcome = "true";']]);
  });

  test("are not those of another realm", () => {
    const files = scripted('outcome = "true";', "default/scriptConfigurations/", ofRealm, "/bravo");
    expect(readFolder(files, {}).model.journeys[0]!.scripts).toEqual([]);
  });

  test("have their mistakes told at their files", async () => {
    const files = scripted('outcome = "true;', "default/scriptConfigurations/", ofRealm, "/alpha");
    const { code, output } = await runCommand(temporaryFolder(Object.fromEntries(files)), ["check", "."]);
    expect(code).toBe(1);
    expect(output).toContain(`${ofRealm}/${ids.script}.json`);
    expect(output).toMatch(/error broken-script/);
  });
});

describe("REST bodies kept as files", () => {
  test("trees and nodes come together; settings in references stand in for missing files", () => {
    const fixture = withoutScripts();
    const { _id, ...tree } = fixture.tree;
    const references = tree.nodes as Record<string, Record<string, Json>>;
    references[ids.store]!.config = { _id: ids.store, embedded: true };
    const files: Map<string, string> = new Map([["data/trees/Sign In.json", text(tree)]]);
    for (const [id, body] of [...Object.entries(fixture.nodes), ...Object.entries(fixture.innerNodes)]) {
      if (id !== ids.store) files.set(`data/nodes/SomeNode/${id}.json`, text(body));
    }
    const { model, diagnostics } = readFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(model.journeys[0]).toMatchObject({ id: "Sign In", exportOptions: { treeId: false } });
    const [document] = documentsOf(model);
    expect((document as { nodes: JsonObject }).nodes[ids.store]).toEqual({ _id: ids.store, embedded: true });
    expect(Object.keys((document as { innerNodes: JsonObject }).innerNodes)).toEqual([ids.name, ids.password]);
  });
});

describe.each(["made by hand, what to send of scripts in a list", "frodo, each journey and each script in a file"])(
  "%s",
  (layout) => {
    const files = new Map(Object.entries(folderLayouts[layout]!));

    test.each(["", "../tenant/", "/tenant/"])("a journey has the scripts that lie beside it, below %j", (folder) => {
      const moved = new Map([...files].map(([path, content]) => [folder + path, content]));
      const { model, diagnostics } = readFolder(moved, {});
      expect(diagnostics).toEqual([]);
      const [script, ...others] = model.journeys.find(({ id }) => id === "Sign In")!.scripts;
      expect([script!.id, script!.body, others]).toEqual([ids.script, fixtureScript, []]);
      expect(moved.has(script!.place.source.path)).toBe(true);
    });

    test("a text that is missing is told once, at its script", () => {
      const without = new Map([...files].filter(([path]) => !path.endsWith(".js")));
      const { diagnostics } = readFolder(without, {});
      expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
        [
          "missing-text-file",
          expect.stringMatching(/^Script "Rate the risk" has its text in ".*\.js", which does not exist$/),
        ],
      ]);
    });
  },
);

describe("mixed folders", () => {
  test("exports and folders together; other JSON is passed over", () => {
    const other = exportFixture();
    other.tree._id = "Other";
    const files = configFolderFixture();
    files.set("exports/Other.journey.json", text({ trees: { Other: other } }));
    files.set("package.json", "{}");
    files.set("README.md", "# Hello");
    expect(readFolder(files, {}).model.journeys.map((journey) => journey.id)).toEqual(["Other", "Sign In"]);
  });

  test("an overlay of file-based configuration may lack files that its base has", () => {
    const tree = {
      metadata: { entityType: "authenticationTreesService", realm: "/" },
      data: {
        _id: "default/T",
        entryNodeId: "n",
        nodes: { n: { connections: {}, displayName: "N", nodeType: "DataStoreDecisionNode" } },
      },
    };
    const path = "services/realm/root/authenticationtreesservice/1.0/organizationconfig/default/t.json";
    const overlay = new Map([[path, JSON.stringify(tree)]]);
    const whole = new Map([...overlay, ["services/global/platform/1.0/globalconfig/default.json", "{}"]]);
    const found = [overlay, whole].map((files) =>
      readFolder(files, {}).diagnostics.map(({ code, severity }) => [code, severity]),
    );
    expect(found).toEqual([[["missing-node-file", "info"]], [["missing-node-file", "warning"]]]);
  });

  test("a broken file among journeys is an error, one like them elsewhere a warning, and others are not looked at", () => {
    const files = configFolderFixture();
    files.set("realms/alpha/journeys/Sign In/nodes/broken.json", "{");
    files.set("tsconfig.json", "// comment\n{}");
    files.set("clients/app.json", '{ "_id": "app", "_type": { "_id": "OAuth2Client" }, "lifetime": @@SECONDS@@ }');
    files.set("clients/twice.json", '{ "_id": 1, "name": 1, "name": 2 }');
    files.set("more/Check.json", '{ "_id": "x", "_type": { "_id": "ScriptedDecisionNode" }, "script": @@ID@@ }');
    expect(
      readFolder(files, {}).diagnostics.map(({ code, severity, place }) => [code, severity, place.source.path]),
    ).toEqual([
      ["invalid-json", "warning", "more/Check.json"],
      ["invalid-json", "error", "realms/alpha/journeys/Sign In/nodes/broken.json"],
    ]);
  });

  test("a folder without journeys is told as one", () => {
    const [first, ...others] = readFolder(
      new Map([
        ["a.json", "{}"],
        ["b.txt", ""],
      ]),
      {},
    ).diagnostics;
    expect(others).toEqual([]);
    expect(first?.message).toBe("No journey found: this is a folder of 1 JSON file without a tree among them");
    expect(readFolder(new Map(), {}).diagnostics[0]?.message).toBe(
      "No journey found: this is a folder without JSON files",
    );
  });

  test("the order of the files given does not matter", () => {
    const shape = (files: Map<string, string>) => documentsOf(readFolder(files, {}).model).map(canonicalJourney);
    expect(shape(new Map([...configFolderFixture()].reverse()))).toEqual(shape(configFolderFixture()));
  });
});
