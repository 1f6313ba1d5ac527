import { checkWithScripts } from "./check-scripts.js";

/** The findings of one rule in a journey that asks for a username and runs a script: for each, what its message says in quotes, and its line. */
export function foundInScript(code: string, body: string, evaluatorVersion: "1.0" | "2.0" = "2.0"): readonly string[] {
  const journey = `journey J {
  start -> Ask

  node Ask: UsernameCollector {
    -> Check
  }

  script S {
    file: "s.js"
    evaluatorVersion: "${evaluatorVersion}"
  }

  script Library "helpers" {
    file: "helpers.js"
    context: "LIBRARY"
    evaluatorVersion: "2.0"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["next"]

    next -> failure
  }
}
`;
  return checkWithScripts([journey], { "s.js": body, "helpers.js": "exports.a = 1;" })
    .filter((diagnostic) => diagnostic.code === code)
    .map(
      ({ message, place }) =>
        `${place.source.positionAt(place.range.start).line}: ${message.replace('Script "S" ', "")}`,
    );
}
