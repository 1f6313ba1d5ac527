import { describe, expect, test } from "vitest";
import {
  journeyFiles,
  nodesFolderOf,
  nodesFolderOfNode,
  nodesFolderOfTree,
  nodeTitle,
} from "../../src/config-folder/frconfig-layout.js";
import { realmOfPath } from "../../src/config-folder/realm-of-path.js";

describe("the layout of fr-config-manager", () => {
  const { folder, tree } = journeyFiles("alpha", "Sign%2FIn");

  test("what the writer names, the reader finds", () => {
    const nodes = nodesFolderOf(folder);
    const page = nodeTitle("Page", "1");
    expect(realmOfPath(tree)).toBe("alpha");
    expect(nodesFolderOfTree(tree)).toBe(nodes);
    expect(nodesFolderOfNode(`${nodes}${page}.json`)).toBe(nodes);
    expect(nodesFolderOfNode(`${nodes}${page}/${nodeTitle("Name", "2")}.json`)).toBe(nodes);
    expect(nodesFolderOfNode(`some/where/${nodes}${page}.json`)).toBe(`some/where/${nodes}`);
  });

  test("other folders are no journey's own", () => {
    expect(nodesFolderOfTree("trees/Sign In.json")).toBeUndefined();
    expect(nodesFolderOfNode("journeys/nodes/x.json")).toBeUndefined();
    expect(realmOfPath("journeys/Sign In/Sign In.json")).toBeUndefined();
  });
});
