/** A journey that uses every part of the language, with a comment everywhere, so that any change by an import shows. */
export const intoText = `// Who may come in.
param attempts = 3

journey Login "Sign In" {
  // In the console.
  description: "Signs in" // shown there
  mustRun: true
  categories: ["A", "B"]

  // First of all.
  start -> Ask

  // One screen for both.
  page Ask "Who are you?" {
    // On top.
    pageHeader: "Welcome" // in English
    pageHeader.de: "Willkommen"

    // Who?
    node User: UsernameCollector

    // Kept short on purpose.
    node Secret: PasswordCollector "Password" {
      validatePassword: true // always
    }

    // Then
    -> Check // it
  }

  // Against the directory.
  node Check: DataStoreDecision {
    // Known.
    true -> Risk
    // Unknown.
    false -> Retry // again
  }

  // Not for ever.
  node Retry: RetryLimitDecision {
    // Three times.
    retryLimit: 3 // no more
    incrementUserAttributeOnFailure: false

    Retry -> Ask
    Reject -> failure
  }

  // Decides by script.
  node Risk: ScriptedDecision {
    script: Rate
    outcomes: ["low", "high"]
    inputs: ["*"]
    outputs: ["*"]

    low, high -> success
  }

  // How risky?
  script Rate "Rate the risk" {
    file: "rate.js"
    description: "Rates" // roughly
  }

  // Looks.
  resource theme "Blue" from "blue.json"

  require Check.true before success

  // Where things stand.
  layout {
    Ask 10, 10 // left
    Check 20, 20
    Retry 30, 30
    Risk 40, 40
    start 0, 0
    success 90, 90
    failure 90, 10
  }
}
`;

/** The files that it names. */
export const intoFiles: ReadonlyMap<string, string> = new Map([
  ["rate.js", 'outcome = "low";\n'],
  ["blue.json", '{\n  "_id": "Blue",\n  "name": "Blue",\n  "linkColor": "#00f"\n}\n'],
]);

type Edit = (text: string) => string;

/** Replaces a piece that must be there, once. */
export function replaceOnce(from: string, to: string): Edit {
  return (text) => {
    if (text.split(from).length !== 2) throw new Error(`not there, or more than once: ${from}`);
    return text.replace(from, () => to);
  };
}

export function allOf(...edits: readonly Edit[]): Edit {
  return (text) => edits.reduce((current, edit) => edit(current), text);
}
