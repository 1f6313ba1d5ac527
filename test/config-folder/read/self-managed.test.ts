import { expect, test } from "vitest";
import { cloudSign } from "../../../src/check/cloud-signs.js";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";

/** A tree with one node, as the tools of self-managed deployments and of the cloud write it: realm alpha, and the same metadata everywhere. */
function folder(metadata: object): ReadonlyMap<string, string> {
  const node = "8f6986cf-0000-4000-8000-000000000001";
  const tree = {
    metadata: { realm: "/alpha", entityType: "AuthTree", entityId: "Sign In", ...metadata },
    data: {
      _id: "Sign In",
      entryNodeId: node,
      nodes: { [node]: { nodeType: "UsernameCollectorNode", displayName: "Name", connections: {} } },
    },
  };
  const body = {
    metadata: { realm: "/alpha", entityType: "UsernameCollectorNode", entityId: node, ...metadata },
    data: { _id: node, _type: { _id: "UsernameCollectorNode" } },
  };
  return new Map([
    ["realms/root/alpha/AuthTree/Sign In.json", JSON.stringify(tree)],
    [`realms/root/alpha/UsernameCollectorNode/${node}.json`, JSON.stringify(body)],
  ]);
}

test.each([
  ["Amster", { amsterVersion: "8.0.1" }],
  ["file-based configuration", { sunServiceID: "tree" }],
  ["file-based configuration by its classes", { objectClass: ["top", "sunServiceComponent"] }],
])("a realm that is called alpha is no sign of the cloud in what %s holds", (_, metadata) => {
  const [journey] = readFolder(folder(metadata), {}).model.journeys;
  expect(journey && cloudSign(journey)).toBeUndefined();
});

test("elsewhere it is one", () => {
  const [journey] = readFolder(folder({}), {}).model.journeys;
  expect(journey && cloudSign(journey)?.realm).toBe("alpha");
});
