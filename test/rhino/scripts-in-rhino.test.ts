import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scriptGenerations } from "../../src/rhino/bindings.js";
import { corpusIsThere } from "../support/corpus.js";
import { corpusScripts } from "../support/corpus-scripts.js";
import { expectFigures } from "../support/figures.js";
import { rhinoIsThere } from "../support/rhino/in-rhino.js";
import { type TracedScript, traceInSandbox, tracesInRhino } from "../support/rhino/traced-scripts.js";

type WholeScript = Omit<TracedScript, "input">;

const fixtures = join(import.meta.dirname, "fixtures");
const worlds = Object.entries(
  JSON.parse(readFileSync(join(fixtures, "inputs.json"), "utf8")) as Record<string, object>,
);

function ownScripts(): readonly WholeScript[] {
  return scriptGenerations.flatMap((generation) =>
    readdirSync(join(fixtures, generation)).map((name) => {
      return { name, generation, body: readFileSync(join(fixtures, generation, name), "utf8") };
    }),
  );
}

function scriptsOfCorpus(): readonly WholeScript[] {
  return corpusScripts()
    .filter(({ language }) => language === "JAVASCRIPT")
    .map(({ title, body, version }) => {
      return { name: title, body, generation: version === "2.0" ? "next-generation" : "legacy" };
    });
}

test.skipIf(!rhinoIsThere)(
  "whole scripts do in the sandbox what they do in Rhino (skipped where librhino-java and a JDK are absent)",
  async () => {
    const own = ownScripts();
    const corpus = scriptsOfCorpus();
    const runs = [...own, ...corpus].flatMap((script) =>
      worlds.map(([world, input]) => ({ ...script, name: `${script.name}, ${world}`, input })),
    );
    const inRhino = tracesInRhino(runs);
    const differing: unknown[] = [];
    for (const [at, run] of runs.entries()) {
      const here = await traceInSandbox(run);
      if (JSON.stringify(here) !== JSON.stringify(inRhino[at])) differing.push([run.name, here, inRhino[at]]);
    }
    expect(differing).toEqual([]);
    // The scripts come far enough to say something.
    expect(inRhino.filter(({ error }) => error === undefined).length).toBeGreaterThan(runs.length * 0.8);
    expect(own.length).toBeGreaterThanOrEqual(15);
    if (!corpusIsThere) return;
    const rows = { "of the corpus": corpus, "in `test/rhino/fixtures`": own };
    expectFigures(
      "Scripts in Rhino",
      Object.fromEntries(Object.entries(rows).map(([row, list]) => [row, [list.length, list.length * worlds.length]])),
    );
  },
);
