import type { Json, JsonObject } from "../../src/text/json.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "./export-fixture.js";

const text = (value: Json) => JSON.stringify(value, null, 2);

/** The journey of `exportFixture` as fr-config-manager lays it out: texts by path. */
export function configFolderFixture(realm = "alpha", fixture = exportFixture()): Map<string, string> {
  const journey = `realms/${realm}/journeys/Sign In`;
  const scripts = `realms/${realm}/scripts`;
  const page = `${journey}/nodes/Sign In Page - ${ids.page}`;
  return new Map([
    [`${journey}/Sign In.json`, text(fixture.tree)],
    [`${page}.json`, text(fixture.nodes[ids.page]!)],
    [`${page}/Name - ${ids.name}.json`, text(fixture.innerNodes[ids.name]!)],
    [`${page}/Password - ${ids.password}.json`, text(fixture.innerNodes[ids.password]!)],
    [`${journey}/nodes/Check - ${ids.store}.json`, text(fixture.nodes[ids.store]!)],
    [`${journey}/nodes/Risk - ${ids.risk}.json`, text(fixture.nodes[ids.risk]!)],
    [
      `${scripts}/scripts-config/${ids.script}.json`,
      text({ ...(fixture.scripts[ids.script] as JsonObject), script: { file: "scripts-content/X/Rate the risk.js" } }),
    ],
    [`${scripts}/scripts-content/X/Rate the risk.js`, fixtureScript],
  ]);
}
