import { expect, test } from "vitest";
import type * as catalogue from "../../src/catalogue/catalogue.js";
import type * as currentStore from "../../src/catalogue/current-store.js";
import type { NodeType } from "../../src/catalogue/node-type.js";
import type * as validate from "../../src/catalogue/validate.js";
import { bundledSources } from "../support/bundled-sources.js";

const type: NodeType = {
  id: "OnlyNode",
  displayName: "Only",
  summary: "",
  tags: [],
  deprecated: false,
  where: { cloud: true, onPrem: false, marketplace: false },
  allowedInPage: "unknown",
  defaultVersion: "1.0",
  versions: {
    "1.0": {
      properties: [{ name: "size", type: "integer", required: true }],
      outcomes: { kind: "static", parts: [{ id: "outcome", displayName: "Outcome" }] },
      inputs: undefined,
      outputs: undefined,
      callbacks: undefined,
      constraints: [],
    },
  },
};

test("a host without files brings its own store", async () => {
  const { lookUpType, typeIds, useCatalogueStore, validateProperties } = await bundledSources<
    typeof catalogue & typeof currentStore & typeof validate
  >(`
    export * from "./src/catalogue/catalogue.js";
    export * from "./src/catalogue/current-store.js";
    export * from "./src/catalogue/validate.js";
  `);
  useCatalogueStore({ ids: ["OnlyNode"], loadType: () => type });
  expect(typeIds()).toEqual(["OnlyNode"]);
  expect(lookUpType("Only")).toBe(type);
  expect(lookUpType("Page")).toBeUndefined();
  expect(validateProperties(type, "1.0", new Map([["size", "big"]]))).toHaveLength(1);
});
