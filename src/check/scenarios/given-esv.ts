import type { BoundStep } from "../../model/scenario.js";
import { textsIn } from "../../text/texts-in.js";
import { misspeltOf } from "./near-key.js";
import type { Played } from "./played.js";
import type { StepFinding } from "./step-finding.js";

/** Variables of the tenant that a scenario gives and that nothing in it reads, where nearly the same name is read and is not given. */
export function unreadEsvs(steps: readonly BoundStep[], played: Played): readonly StepFinding[] {
  const given = steps.flatMap((step) =>
    step.kind === "given" && step.subject === "esv" && "name" in step ? [{ step, name: dotted(step.name) }] : [],
  );
  if (given.length === 0 || !played.isHere) return [];
  const read = namesRead(played);
  const names = new Set(given.map(({ name }) => name));
  const left = new Set([...read].filter((name) => !names.has(name)));
  return given.flatMap(({ step, name }) => {
    const sure = read.has(name) ? undefined : misspeltOf(name, left);
    if (sure === undefined) return [];
    const at = step.parts.word ?? step.place;
    const problem = `The scenario gives the variable "${step.name}", which nothing in ${played.name} reads`;
    // Either side may be the one that is misspelt.
    const help = `Did you mean \`${sure}\`? Write the same name here and where it is read.`;
    return [{ at, problem, cause: `esv ${name}`, help }];
  });
}

const known = new WeakMap<Played, ReadonlySet<string>>();

/** Found once for all scenarios of a journey. */
function namesRead(played: Played): ReadonlySet<string> {
  let names = known.get(played);
  if (names === undefined) {
    names = findNames(played);
    known.set(played, names);
  }
  return names;
}

function findNames({ nodes, scripts }: Played): ReadonlySet<string> {
  const inScripts = scripts.flatMap(({ variables }) => variables.named.map(({ name }) => dotted(name)));
  const inSettings = nodes.flatMap(({ node }) =>
    [...node.properties.values()].flatMap(({ value }) =>
      textsIn(value).flatMap((text) => [...text.matchAll(/&\{\s*(esv[\w.-]*)/g)].map(([, name = ""]) => dotted(name))),
    ),
  );
  return new Set([...inScripts, ...inSettings]);
}

/** The console shows the name of a variable with hyphens. */
function dotted(name: string): string {
  return name.replaceAll("-", ".");
}
