import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const [success, failure] = ["70e691a5-1e33-4ac3-a356-e7b6d60d92e0", "e301438c-0bd0-429c-ab0c-66126501069a"];
const nodeId = "11111111-1111-4111-8111-111111111111";

const journey = (name: string, realm: string) => ({
  tree: {
    _id: name,
    description: `of ${realm}`,
    entryNodeId: nodeId,
    identityResource: `managed/${realm}_user`,
    nodes: {
      [nodeId]: {
        connections: { true: success, false: failure },
        displayName: "Data Store Decision",
        nodeType: "DataStoreDecisionNode",
        version: "1.0",
      },
    },
  },
  nodes: {
    [nodeId]: {
      _id: nodeId,
      _type: { _id: "DataStoreDecisionNode", collection: true, name: "Data Store Decision", version: "1.0" },
    },
  },
  innerNodes: {},
});

const text = (value: Json) => JSON.stringify(value, null, 2);
const exportOf = (name: string, realm: string) => text({ trees: { [name]: journey(name, realm) } });

/** Both realms with a journey of one name, and each with one of its own, in the layouts that name the realm. */
const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "frodo, each journey in a file, realms as root-…": Object.fromEntries(
    ["alpha", "bravo"].flatMap((realm) =>
      ["Login", `Only${realm}`].map((name) => [
        `realm/root-${realm}/journey/${name}.journey.json`,
        exportOf(name, realm),
      ]),
    ),
  ),
  "frodo, each journey in a file": Object.fromEntries(
    ["alpha", "bravo"].flatMap((realm) =>
      ["Login", `Only${realm}`].map((name) => [`realm/${realm}/journey/${name}.journey.json`, exportOf(name, realm)]),
    ),
  ),
  "frodo, one file": {
    "all.config.json": text({
      realm: Object.fromEntries(
        ["root-alpha", "root-bravo"].map((key) => {
          const realm = key.slice(5);
          const names = ["Login", `Only${realm}`];
          return [key, { trees: Object.fromEntries(names.map((name) => [name, journey(name, realm)])) }];
        }),
      ),
    }),
  },
  "fr-config-manager": Object.fromEntries(
    ["alpha", "bravo"].flatMap((realm) =>
      ["Login", `Only${realm}`].flatMap((name) => {
        const { tree, nodes } = journey(name, realm);
        const folder = `realms/${realm}/journeys/${name}`;
        return [
          [`${folder}/${name}.json`, text(tree)],
          [`${folder}/nodes/Data Store Decision - ${nodeId}.json`, text(nodes[nodeId]!)],
        ];
      }),
    ),
  ),
};

describe.each(Object.entries(layouts))("%s", (_, files) => {
  test.each(["alpha", "bravo"])("--realm %s reads the journeys of this realm, and no other", async (realm) => {
    const folder = temporaryFolder(files);
    const { code, talk } = await runCommand(folder, ["import", ".", "--realm", realm, "--out", "texts"]);
    expect([code, talk]).toEqual([0, expect.stringContaining("other-realm")]);
    expect(readdirSync(join(folder, "texts")).sort()).toEqual(["Login.journey", `Only${realm}.journey`]);
    const login = readFileSync(join(folder, "texts", "Login.journey"), "utf8");
    expect(login).toContain(`description: "of ${realm}"`);
    expect(login).not.toContain(`managed/${realm}`);
  });

  test("a realm that it lacks is an error, and nothing is written", async () => {
    const folder = temporaryFolder(files);
    const { code, talk } = await runCommand(folder, ["import", ".", "--realm", "charlie", "--out", "texts"]);
    expect([code, existsSync(join(folder, "texts"))]).toEqual([2, false]);
    expect(talk).toContain('No journey of realm "charlie": those found belong to "alpha", "bravo"');
  });

  test("without a realm, import takes those of one realm, and says which it leaves out", async () => {
    const folder = temporaryFolder(files);
    const { code, talk } = await runCommand(folder, ["import", ".", "--out", "texts"]);
    expect([code, talk]).toEqual([
      0,
      expect.stringContaining('Journeys of realm "bravo" are left out: "Login", "Only'),
    ]);
    expect(readdirSync(join(folder, "texts")).sort()).toEqual(["Login.journey", "Onlyalpha.journey"]);
  });
});

describe("an input of one realm", () => {
  const file = "realm/root-bravo/journey/Login.journey.json";
  const folder = () => temporaryFolder({ [file]: exportOf("Login", "bravo") });

  test.each([
    ["its top", ".", ""],
    ["a folder inside", ".", "realm"],
    ["the folder of the realm", ".", "realm/root-bravo"],
    ["the folder of journeys", ".", "realm/root-bravo/journey"],
    ["the file itself", "Login.journey.json", "realm/root-bravo/journey"],
  ])("is known from its path, wherever one stands: %s", async (_, path, inside) => {
    const from = join(folder(), inside);
    const wrong = await runCommand(from, ["import", path, "--realm", "alpha", "--out", "out"]);
    expect([wrong.code, wrong.talk]).toEqual([2, expect.stringContaining("wrong-realm")]);
    expect(existsSync(join(from, "out"))).toBe(false);
    const right = await runCommand(from, ["import", path, "--realm", "bravo", "--out", "out"]);
    expect([right.code, right.talk]).toEqual([0, ""]);
  });

  test("goes back to the folder of its realm, and imported texts say that they are for another", async () => {
    const at = folder();
    const built = await runCommand(at, ["build", "realm", "--target", "frconfig", "--out", "out"]);
    expect([built.code, existsSync(join(at, "out/realms/bravo/journeys/Login/Login.json"))]).toEqual([0, true]);
    const imported = await runCommand(at, ["import", "realm", "--out", "texts"]);
    expect(imported.talk).toContain("realm-of-input");
    const moved = await runCommand(at, ["build", "texts", "--target", "frconfig", "--out", "moved"]);
    expect([moved.code, moved.talk]).toEqual([0, expect.stringContaining("value-of-another-realm")]);
    const right = await runCommand(at, ["build", "texts", "--target", "frconfig", "--realm", "bravo", "--out", "r"]);
    expect([right.code, right.talk]).toEqual([0, ""]);
  });
});

describe("a journey for another realm", () => {
  const sso = `journey Sso {
  start -> Saml

  node Saml: "product-Saml2Node" {
    authnContextClassRef: []
    idpEntityId: "https://idp.example.com/am?realm=/alpha"
    metaAlias: "/alpha/sp"

    ACCOUNT_EXISTS -> success
    NO_ACCOUNT -> failure
  }
}
`;

  test("is built with a warning for each value that keeps its realm, which a comment can set aside", async () => {
    const folder = temporaryFolder({ "Sso.journey": sso });
    const built = await runCommand(folder, ["build", "Sso.journey", "--realm", "bravo"]);
    expect(built.code).toBe(0);
    expect(built.talk).toContain('Property "metaAlias" of node "Saml" names realm "alpha"');
    const checked = await runCommand(folder, ["check", "Sso.journey", "--realm", "bravo"]);
    expect(checked.output).toContain('Property "metaAlias" of node "Saml" names realm "alpha"');
    const same = await runCommand(folder, ["build", "Sso.journey", "--realm", "alpha"]);
    expect([same.code, same.talk]).toEqual([0, ""]);
    const reason = "// journey-ignore-next-line value-of-another-realm: the service provider of alpha";
    const kept = sso.replace(/( +)metaAlias/, `$1${reason}\n$&`).replace(/( +)idpEntityId/, `$1${reason}\n$&`);
    const silent = await runCommand(temporaryFolder({ "Sso.journey": kept }), ["build", ".", "--realm", "bravo"]);
    expect([silent.code, silent.talk]).toEqual([0, ""]);
  });

  test("requires names what the export holds, whatever realm it is for", async () => {
    const folder = temporaryFolder({ "Sso.journey": sso });
    const required = async (...args: readonly string[]) =>
      (await runCommand(folder, ["requires", "Sso.journey", ...args])).output;
    expect(await required()).toContain("- /alpha/sp ");
    const inBravo = await required("--realm", "bravo");
    expect(inBravo).toContain("- /alpha/sp ");
    expect(inBravo).not.toContain("/bravo/sp");
    expect(inBravo).toContain("- https://idp.example.com/am?realm=/alpha ");
    await runCommand(folder, ["build", "Sso.journey", "--realm", "bravo", "--out", "o"]);
    const built = readdirSync(join(folder, "o")).filter((name) => name.endsWith(".json"));
    expect(built).toHaveLength(1);
    const ofExport = (await runCommand(folder, ["requires", `o/${built[0]}`, "--realm", "bravo"])).output;
    expect(ofExport).toContain("- /alpha/sp ");
    expect(ofExport).not.toContain("/bravo/sp");
  });
});
