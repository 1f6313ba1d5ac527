import type { Command } from "./define-command.js";

/** A command in the list of commands. */
export interface CommandEntry {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** All commands in the order of the help. A command's code is loaded when it is called. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  init: { summary: "start a project with an example journey", load: async () => (await import("./init.js")).init },
  check: { summary: "report what is wrong in journeys", load: async () => (await import("./check.js")).check },
  build: {
    summary: "compile journeys to export JSON and TypeScript",
    load: async () => (await import("./build.js")).build,
  },
  import: {
    summary: "turn exports into journeys, or update one",
    load: async () => (await import("./import.js")).importCommand,
  },
  fmt: { summary: "rewrite journeys in canonical form", load: async () => (await import("./fmt.js")).fmt },
  graph: { summary: "draw a journey", load: async () => (await import("./graph.js")).graph },
  describe: {
    summary: "write what journeys do as documents",
    load: async () => (await import("./describe.js")).describeCommand,
  },
  diff: { summary: "show the differences between two versions", load: async () => (await import("./diff.js")).diff },
  merge: { summary: "merge three versions", load: async () => (await import("./merge.js")).merge },
  "git-setup": {
    summary: "let git show and merge journeys",
    load: async () => (await import("./git-setup.js")).gitSetup,
  },
  textconv: {
    summary: "write an export as text, for git",
    load: async () => (await import("./textconv.js")).textconv,
  },
  simulate: { summary: "step through a journey", load: async () => (await import("./simulate.js")).simulate },
  serve: {
    summary: "answer as the platform does, for applications",
    load: async () => (await import("./serve.js")).serve,
  },
  test: { summary: "run scenarios", load: async () => (await import("./test.js")).test },
  requires: {
    summary: "list what a tenant must have",
    load: async () => (await import("./requires.js")).requires,
  },
  uses: { summary: "list who uses a script, template, ESV …", load: async () => (await import("./uses.js")).uses },
  types: {
    summary: "declare what scripts find, for editors",
    load: async () => (await import("./types.js")).types,
  },
  nodes: { summary: "look up node types", load: async () => (await import("./nodes.js")).nodes },
  explain: { summary: "explain a diagnostic", load: async () => (await import("./explain.js")).explain },
  lsp: { summary: "serve an editor", load: async () => (await import("./lsp.js")).lsp },
  mcp: { summary: "serve an assistant", load: async () => (await import("./mcp.js")).mcp },
  completion: {
    summary: "make a shell complete command lines",
    load: async () => (await import("./completion.js")).completion,
  },
};
