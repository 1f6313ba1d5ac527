import { expect, test } from "vitest";
import { nodesByName } from "../../../src/import/into/nodes-by-name.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

test("nodes and pages are found by name, in their own block only, and what has no name is left out", () => {
  const text = `journey J {
  mustRun: true
  start -> Ask

  page Ask {
    pageHeader: "Hi"

    node Name: UsernameCollector
    node : PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
  }

  page {
    -> failure
  }

  script Rate {
    file: "rate.js"
  }
}
`;
  const [journey] = parse(new SourceFile("a.journey", text)).file.items;
  const nodes = nodesByName(journey?.kind === "journey" ? journey.members : []);
  expect([...nodes].map(([name, { kind }]) => [name, kind])).toEqual([
    ["Ask", "page"],
    ["Check", "node"],
  ]);
  expect([...nodesByName(nodes.get("Ask")?.members ?? []).keys()]).toEqual(["Name"]);
  expect([...nodesByName(nodes.get("Check")?.members ?? []).keys()]).toEqual([]);
});
