/** A task that a user can start in a client. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  /** What the assistant is told. */
  text(given: Readonly<Record<string, string>>): string;
}

const journey = { name: "journey", description: "The journey's id, or the path of its text", required: true } as const;

export const prompts: readonly Prompt[] = [
  {
    name: "write_journey",
    title: "Write a journey from a description",
    description: "From what a journey should do to a text that checks, with scenarios that pass",
    arguments: [{ name: "description", description: "What users should go through", required: true }],
    text: ({ description = "" }) => `Write a login journey in the journeyc language:

${description}

1. Read journeyc://language/A-first-journey and journeyc://language/Nodes, and journeyc://language/Pages for screens.
2. Find each node type with find_node_types and read it with node_type; do not guess properties or outcomes.
3. Write the text and call check; correct it until there are no errors, and look at each warning with explain.
4. Say with require and forbid (journeyc://language/Rules) what must hold on every way, such as a password before success.
5. Read journeyc://testing, write scenarios for what was asked for and for what goes wrong, and call test until all pass.
6. Show the text, the scenarios, a picture from graph, and what requires says the tenant must have.`,
  },
  {
    name: "review_change",
    title: "Review a change of journeys",
    description: "What a change means: consequences, security, what to test",
    arguments: [
      { name: "old", description: "The path of the version before", required: true },
      { name: "new", description: "The path of the version after", required: true },
    ],
    text: ({ old = "", new: current = "" }) => `Review the change of journeys from ${old} to ${current}.

1. Call diff with these paths. Consequences come first: anything that weakens a password, a second factor, a lock or a limit must be meant.
2. Call check on the new version, and explain for findings that you do not know.
3. Call uses for scripts, templates and inner journeys that changed: who else depends on them?
4. Call test; name outcomes of changed nodes that no scenario takes.
Answer with what changes for users, what it risks, and what is to be asked or tested before it is taken. Quote nodes and outcomes by name.`,
  },
  {
    name: "explain_journey",
    title: "Explain a journey",
    description: "What a journey does, for somebody who does not know it",
    arguments: [journey],
    text: ({ journey: wanted = "" }) => `Explain the journey ${wanted} to somebody who has never seen it.

Call describe (and graph for a picture). Say what it is for, what a user sees step by step, what decides between the ways, how it can fail, which mails it sends and what it needs of the tenant. Call simulate_start and go through it once where the text leaves a question open. Say what is not known.`,
  },
  {
    name: "write_scenarios",
    title: "Write scenarios for a journey",
    description: "Tests of a journey: what it should do, and what goes wrong",
    arguments: [journey],
    text: ({ journey: wanted = "" }) => `Write scenarios for the journey ${wanted}.

1. Read journeyc://testing. Call describe to see the ways to success and failure, and test to see which outcomes no scenario takes.
2. Call generate_scenarios for a beginning; each passes, but tells only what the journey does now. Keep those that say what it should do, and give them titles that a user of the journey understands.
3. Add what matters and is missing: wrong passwords, expired codes, unknown users, locks.
4. Call test until all pass. A scenario that fails because the journey is wrong stays: say so.`,
  },
];
