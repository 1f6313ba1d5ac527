import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiReports } from "../scripts/api-report.mjs";
import { projectRoot } from "./support/read-project.js";

const folder = join(projectRoot, "api");

test("the public signatures are those recorded in api/ (npm run api writes them)", () => {
  const reports = apiReports();
  expect(readdirSync(folder).toSorted()).toEqual([...reports.keys()].toSorted());
  for (const [name, text] of reports) expect(text).toBe(readFileSync(join(folder, name), "utf8"));
});
