// Texts that grow in one respect. In round 0 they are the first version; in others every tenth part has another title.

export const mail = '{ "message": { "en": "Hello" } }\n';

export const script = 'outcome = "true";\n';

const many = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join("");

const title = (index, round) => `"Part ${index}${round > 0 && index % 10 === round ? ` in round ${round}` : ""}"`;

const decision = (name, label, yes, no) => `
  node ${name}: DataStoreDecision ${label} {
    true -> ${yes}
    false -> ${no}
  }
`;

const scripted = (name, label, scriptName, outcomes, edges) => `
  node ${name}: ScriptedDecision ${label} {
    script: ${scriptName}
    outcomes: [${outcomes}]
${edges}  }
`;

const journey = (name, members) => `
journey ${name} {
  start -> Rated
${scripted("Rated", '"Rated"', "Rate", '"true"', "    true -> N0\n")}${members}}
`;

const file = (members) => `script Rate { file: "rate.js" }\n${journey("Grown", members)}`;

const chain = (count, round, no) =>
  many(count, (index) => {
    return decision(`N${index}`, title(index, round), index + 1 < count ? `N${index + 1}` : "success", no(index));
  });

const outcomes = (count, edges, round) => {
  const names = many(count, (index) => `"o${index}", `).slice(0, -2);
  return scripted("N0", title(1, round), "Rate", names, edges);
};

/** What there may be many of: of each, a text with `count` of them. */
export const shapes = {
  /** One after the other. */
  nodes: (count, round) => file(chain(count, round, () => "failure")),
  /** With arrows to any node, back and forth. */
  mesh: (count, round) => file(chain(count, round, (index) => `N${(index * 7919 + 13) % count}`)),
  /** Each may lead to the first one, and be ended at once. */
  loops: (count, round) => file(chain(count, round, () => "N0")),
  /** One leads to all others. */
  fan(count, round) {
    const leaves = many(count, (index) => decision(`M${index}`, title(index, round), "success", "failure"));
    const edges = many(count, (index) => `    o${index} -> M${index}\n`);
    return file(outcomes(count, edges, round) + leaves);
  },
  outcomes(count, round) {
    const edges = many(count, (index) => `    o${index} -> ${index % 2 === 0 ? "success" : "failure"}\n`);
    return file(outcomes(count, edges, round));
  },
  "unconnected outcomes": (count, round) => file(outcomes(count, "    o0 -> success\n", round)),
  "inner nodes"(count, round) {
    const inner = many(count, (index) => {
      return `    node I${index}: AttributeCollector ${title(index, round)} { attributesToCollect: ["a${index}"] }\n`;
    });
    return file(`  page N0 {\n${inner}    -> success\n  }\n`);
  },
  journeys(count, round) {
    const journeys = many(count, (index) => {
      const inner = `  node B: InnerTreeEvaluator {\n    tree: "J${index + 1}"\n    true, false -> failure\n  }\n`;
      return journey(`J${index}`, decision("N0", title(index, round), "success", "B") + inner);
    });
    return `script Rate { file: "rate.js" }\n${journeys}`;
  },
  scripts(count, round) {
    const nodes = many(count, (index) => {
      const edges = `    true -> ${index + 1 < count ? `N${index + 1}` : "success"}\n`;
      const node = scripted(`N${index}`, title(index, round), `S${index}`, '"true"', edges);
      return `${node}\n  script S${index} { file: "rate.js" }\n`;
    });
    return file(nodes);
  },
  "comment lines": (count, round) =>
    file(many(count, (index) => `  // Comment ${index}\n`) + chain(20, round, () => "failure")),
  "comments apart"(count, round) {
    const comments = many(count, (index) => `    // Comment ${index}\n\n`);
    return file(decision("N0", title(1, round), "success", "failure").replace("    true", `${comments}    true`));
  },
  "layout lines"(count, round) {
    const lines = many(count, (index) => `    N${index} ${(index % 100) * 200}, ${Math.floor(index / 100) * 150}\n`);
    return file(`${chain(count, round, () => "failure")}\n  layout {\n${lines}  }\n`);
  },
};

/** A chain of `count` nodes with the same mistake in each. */
const mistaken =
  (inner, after = () => "") =>
  (count) =>
    journey(
      "Grown",
      many(count, (index) => {
        const next = index + 1 < count ? `N${index + 1}` : "success";
        return `
  node N${index}: MessageNode "Part ${index}" {
    message: { en: "Part ${index}" }
${inner(index)}    true -> ${next}
    false -> failure
  }
${after(index)}`;
      }),
    );

/** A journey that starts with the first of its nodes. */
const plain = (members) => `journey Grown {\n  start -> N0\n\n${members}}\n`;

/** A journey of which each node reads a cookie and writes a key, and a scenario of as many steps. */
const scenarioOf = (step) => (count) => {
  const nodes = many(count, (index) => {
    const next = index + 1 < count ? `N${index + 1}` : "success";
    return `  node N${index}: CookiePresenceDecision {\n    cookieName: "cookie${index}"\n    true, false -> ${next}\n  }\n`;
  });
  return `${plain(nodes)}\nscenario "S" of Grown {\n${many(count, step)}}\n`;
};

/** What authors get wrong: of each, a text in which every node is wrong in this way. It is checked and nothing else. */
export const mistakes = {
  "unknown property": mistaken((index) => `    mesage${index % 7}: "Hello"\n`),
  "concept of elsewhere": mistaken(() => '    description: "Hello"\n'),
  "property of another": mistaken(() => '    tree: "Other"\n'),
  "duplicate property": mistaken(() => '    message: { en: "Again" }\n'),
  "duplicate locale": mistaken(() => '    messageYes: { en: "Yes", en: "Oui" }\n'),
  "value of another kind": mistaken(() => "    stateField: [1]\n"),
  "unknown parameter": mistaken(() => `    stateField: "\${host}"\n`),
  "unknown outcome": mistaken(() => "    yes -> failure\n"),
  "duplicate outcome": mistaken(() => "    true -> failure\n"),
  "arrow without an outcome": (count) =>
    journey(
      "Grown",
      many(count, (index) => `  node N${index}: MessageNode {\n    -> success\n  }\n`),
    ),
  "number for an outcome": mistaken((index) => `    ${index} -> failure\n`),
  "unknown target": mistaken((index) => `    other -> Nowhere${index}\n`),
  "unknown type": mistaken(
    () => "",
    (index) => `  node M${index}: MesageNode {\n    true, false -> failure\n  }\n`,
  ),
  "nothing leads there": mistaken(
    () => "",
    (index) => `  node M${index}: DataStoreDecision {\n    true, false -> failure\n  }\n`,
  ),
  "required is missing": mistaken(
    () => "",
    (index) => `  node M${index}: InnerTreeEvaluator {\n    true, false -> failure\n  }\n`,
  ),
  "unknown script": mistaken(
    () => "",
    (index) => scripted(`M${index}`, '"M"', `Absent${index}`, '"true"', "    true -> failure\n"),
  ),
  "many in one node": (count) =>
    journey(
      "Grown",
      `  node N0: MessageNode {\n${many(count, (index) => `    other${index}: 1\n`)}    true, false -> failure\n  }\n`,
    ),
  "template without a link": (count) =>
    many(count, (index) => `resource emailTemplate "mail${index}" from "mail.json"\n`) +
    plain(
      many(count, (index) => {
        const next = index + 1 < count ? `N${index + 1}` : "success";
        const settings = `    emailTemplateName: "mail${index}"\n    emailAttribute: "mail"\n    identityAttribute: "mail"\n`;
        return `  node N${index}: EmailSuspend {\n${settings}\n    -> ${next}\n  }\n`;
      }),
    ),
  "equal settings": (count) =>
    plain(
      many(count, (index) => {
        const next = index + 1 < count ? `N${index + 1}` : "success";
        return `  node N${index}: ZeroPageLogin {\n    passwordHeader: "X-OpenAM-Username"\n    true, false -> ${next}\n  }\n`;
      }),
    ),
  "recovery codes too early": (count) =>
    plain(
      many(count, (index) => {
        const next = index + 1 < count ? `N${index + 1}` : "success";
        const part = Math.floor((index * 3) / count);
        return part === 1
          ? `  node N${index}: OathRegistration {\n    generateRecoveryCodes: true\n    successOutcome -> ${next}\n    failureOutcome -> failure\n  }\n`
          : `  node N${index}: RecoveryCodeDisplay {\n    -> ${next}\n  }\n`;
      }),
    ),
  "given without effect": scenarioOf((index) => `  given state { given${index}: "1" }\n`),
  "cookie without effect": scenarioOf((index) => `  given cookie given${index} "1"\n`),
  "impossible expectation": scenarioOf((index) => `  expect state { other${index}: "1" }\n`),
  "comma behind an arrow": mistaken(() => "    true -> failure,\n"),
  "open braces": (count) =>
    journey(
      "Grown",
      many(count, (index) => `  node N${index}: MessageNode {\n    true -> failure\n`),
    ),
};
