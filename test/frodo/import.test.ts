import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { withResidue } from "../../src/export-json/residue.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import type { JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";
import { runCommand } from "../support/fake-host.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startStandIn } from "./stand-in.js";

/** What is used here of frodo's library, whose own declarations are 320 KB. */
interface Frodo {
  readonly state: { setUseTokenCache(uses: boolean): void };
  readonly login: { getTokens(forced: boolean): Promise<unknown> };
  readonly authn: {
    readonly journey: { importJourneys(data: object, options: object): Promise<readonly unknown[]> };
  };
}

interface Tree {
  readonly tree: JsonObject & { readonly _id?: string; readonly nodes?: JsonObject };
  readonly nodes: Readonly<Record<string, Body>>;
  readonly innerNodes?: Readonly<Record<string, Body>>;
  readonly scripts?: Readonly<Record<string, JsonObject>>;
}

type Body = JsonObject & { readonly _type?: { readonly _id?: string } };
type Trees = Readonly<Record<string, Tree>>;

const { frodo } = createRequire(import.meta.url)("@rockcarver/frodo-lib") as {
  readonly frodo: { createInstanceWithAdminAccount(...account: readonly string[]): Frodo };
};

/** Imports journeys as `frodo journey import` does, and gives what the tenant was told to store, by path. */
async function importTo(trees: Trees, there: readonly string[] = []) {
  const tenant = await startStandIn(there);
  try {
    const account = frodo.createInstanceWithAdminAccount(tenant.address, "admin", "password", "alpha", "cloud");
    account.state.setUseTokenCache(false);
    await account.login.getTokens(true);
    await account.authn.journey.importJourneys({ trees }, { deps: true, reUuid: false });
    return tenant.put;
  } finally {
    tenant.close();
  }
}

const at = "authentication/authenticationtrees/";

/** What frodo stores of a node: it leaves out the revision, and writes the managed objects of the realm where the journey's own are meant. */
function stored({ _rev, ...body }: JsonObject, { tree }: Tree): JsonObject {
  return body.identityResource !== undefined && body.identityResource === tree.identityResource
    ? { ...body, identityResource: expect.stringMatching(/^managed\/\w+$/) as unknown as string }
    : body;
}

/** Compares what was stored with what the exports say, node by node. */
function expectStored(put: ReadonlyMap<string, unknown>, trees: Trees): void {
  for (const [name, whole] of Object.entries(trees)) {
    expect([...put.keys()]).toContain(`${at}trees/${name}`);
    expect(put.get(`${at}trees/${name}`)).toMatchObject({
      entryNodeId: whole.tree.entryNodeId,
      nodes: whole.tree.nodes,
    });
    for (const [id, body] of Object.entries({ ...whole.nodes, ...whole.innerNodes })) {
      expect(put.get(`${at}nodes/${body._type?._id}/${id}`), `${name} ${id}`).toEqual(stored(body, whole));
    }
    const paths = [...put.keys()].join("\n");
    for (const id of Object.keys(whole.scripts ?? {})) expect(paths).toContain(`/scripts/${id}`);
  }
}

test("frodo imports what build writes of the examples", async () => {
  const out = temporaryFolder();
  for (const name of ["login/Login", "registration/Registration", "reset-password/ResetPassword"]) {
    const path = join(projectRoot, "examples", `${name}.journey`);
    expect((await runCommand(out, ["build", path, "--out", "."])).code).toBe(0);
    const file = join(out, `${name.split("/")[1]}.journey.json`);
    const { trees } = JSON.parse(readFileSync(file, "utf8")) as { readonly trees: Trees };
    expectStored(await importTo(trees, innerNames(trees)), trees);
  }
});

/** frodo cannot store what has no id or no type: some files of the corpus were made to try just that. */
function canBeStored({ tree, nodes, innerNodes }: Tree): boolean {
  const bodies = Object.values({ ...nodes, ...innerNodes });
  return tree._id !== undefined && tree.nodes !== undefined && bodies.every(({ _type }) => _type?._id !== undefined);
}

test.skipIf(!corpusIsThere)("frodo imports what we build of the corpus (skipped where it is absent)", async () => {
  // A tenant has one journey of a name and one node of an id; frodo asks it once for all that are imported together.
  const tenants: { readonly trees: Record<string, Tree>; readonly ids: Set<string> }[] = [];
  for (const { file } of corpusSample()) {
    for (const journey of readExport(new SourceFile(file, readCorpus(file)), {}).model.journeys) {
      const { trees } = JSON.parse(writeExport(withResidue(journey)).text) as { readonly trees: Trees };
      const [[name, whole] = []] = Object.entries(trees);
      if (name === undefined || whole === undefined || !canBeStored(whole)) continue;
      const ids = [name, ...Object.keys({ ...whole.nodes, ...whole.innerNodes })];
      let tenant = tenants.find((each) => !ids.some((id) => each.ids.has(id)));
      if (tenant === undefined) {
        tenant = { trees: {}, ids: new Set() };
        tenants.push(tenant);
      }
      tenant.trees[name] = whole;
      for (const id of ids) tenant.ids.add(id);
    }
  }
  const everyName = tenants.flatMap(({ trees }) => [...Object.keys(trees), ...innerNames(trees)]);
  for (const { trees } of tenants) expectStored(await importTo(trees, everyName), trees);
  expect(tenants.flatMap(({ trees }) => Object.keys(trees)).length).toBeGreaterThan(200);
});

function innerNames(trees: Trees): readonly string[] {
  return Object.values(trees)
    .flatMap(({ nodes }) => Object.values(nodes))
    .flatMap(({ tree }) => (typeof tree === "string" ? [tree] : []));
}
