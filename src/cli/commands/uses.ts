import { resolve } from "node:path";
import { nodeLabel } from "../../check/describe-node.js";
import { printable } from "../../diagnostics/render/printable.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { openModel } from "../../project/read-model.js";
import { UsageError } from "../../project/usage-error.js";
import { findUses, type Used, usesOf } from "../../requires/find-uses.js";
import {
  type RequirementKind,
  type RequirementUse,
  type RequirementUser,
  requirementKinds,
  requirementWords,
} from "../../requires/requirement.js";
import { journeyNames } from "../completion/journey-names.js";
import { projectOptions } from "../input/project-options.js";
import { writePretty } from "../output/report.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc uses`: who uses a script, a journey, a template and so on. */
export const uses = defineCommand({
  usage: "uses <name> [paths…] | uses <kind> [name] [paths…]",
  description:
    "Lists the places that use a script, journey, e-mail template, ESV, theme, social provider, managed object, node type\n" +
    "or the like: by its name or id, an ESV in any spelling. A kind before the name (script, journey, template, esv, theme, …)\n" +
    "leaves out others of that name; a kind without a name lists all of the kind.",
  options: {
    json: { type: "boolean", help: "as JSON" },
    ...projectOptions,
  },
  positionals: {
    minimum: 1,
    maximum: Number.POSITIVE_INFINITY,
    completes: (host) => [...Object.keys(kinds).map((value) => ({ value })), ...journeyNames(host)],
  },
  async run({ options, positionals, host }) {
    const { kind, name, paths } = wantedBy(positionals, host);
    const { model, diagnostics, isUnreadable } = await openModel(host, { ...options, paths });
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    writePretty(errors, host.talk);
    const all = findUses(model).filter((used) => kind === undefined || kind.includes(used.kind));
    const found = name === undefined ? all : usesOf(name, all);
    if (name !== undefined && found.length === 0) throw unknown(name, all, host);
    if (options.json === true) host.output.write(`${JSON.stringify(asJson(found), null, 2)}\n`);
    else writeText(found, host);
    if (isUnreadable) return exitCode.usage;
    return errors.length > 0 ? exitCode.findings : exitCode.fine;
  },
});

/** What may stand before a name; kinds as `requires --json` names them, and shorter words. */
const kinds: Readonly<Record<string, readonly RequirementKind[]>> = {
  ...Object.fromEntries(requirementKinds.map((kind) => [kind, [kind]])),
  script: ["script", "libraryScript"],
  esv: ["variable"],
  type: ["nodeType"],
  secret: ["variable", "secretLabel"],
  template: ["emailTemplate"],
  provider: ["socialProvider"],
};

interface Wanted {
  readonly kind: readonly RequirementKind[] | undefined;
  readonly name: string | undefined;
  readonly paths: readonly string[];
}

function wantedBy([first = "", ...rest]: readonly string[], host: Host): Wanted {
  const kind = Object.hasOwn(kinds, first) ? kinds[first] : undefined;
  if (kind === undefined) return { kind, name: first, paths: rest };
  const [name, ...paths] = rest;
  const isName = name === undefined || !isPath(name, host) || (paths.length > 0 && /^\w+$/.test(name));
  return !isName ? { kind, name: undefined, paths: rest } : { kind, name, paths };
}

/** What is there is meant as a path. A plain word with paths behind it is a name: `uses journey Login .` where there is a folder `Login`. */
function isPath(word: string, host: Host): boolean {
  return word === "-" || typeof host.files.kindOf(resolve(host.workingDirectory, word)) === "string";
}

function unknown(name: string, all: readonly Used[], host: Host): UsageError {
  if (isPath(name, host)) {
    return new UsageError(
      `${name} is a path, and no name`,
      `Put a name or a kind before it: journeyc uses script ${name}`,
    );
  }
  const names = all.flatMap(({ id, title, aliases }) => [...(title === undefined ? [] : [title]), ...aliases, id]);
  const near = nearestName(name, names);
  return new UsageError(
    `Nothing here is called ${name}`,
    near === undefined ? "journeyc requires lists what journeys use" : `Did you mean ${near}?`,
  );
}

function asJson(found: readonly Used[]): object {
  return {
    version: 1,
    found: found.map(({ kind, id, title, uses: places }) => ({
      kind,
      id,
      ...(title === undefined ? {} : { title }),
      uses: places.map(({ journey, by, place: { source, range, pointer } }) => ({
        journey,
        by: by.kind === "journey" ? { kind: by.kind } : { kind: by.kind, name: nameOf(by) },
        file: source.path,
        ...source.positionAt(range.start),
        ...(pointer === undefined ? {} : { pointer }),
      })),
    })),
  };
}

function nameOf(by: Exclude<RequirementUser, { readonly kind: "journey" }>): string {
  return by.kind === "node" ? nodeLabel(by.node) : by.name;
}

function writeText(found: readonly Used[], host: Host): void {
  const { style } = host.output;
  const blocks = found.map(({ kind, id, title, uses: places }) => {
    const name = title === undefined ? id : `${title} (${id})`;
    const lines = places.map((use) => `  ${printable(userText(use))}  ${style.dim(printable(placeText(use)))}\n`);
    const none = `  ${style.dim("Nothing here uses it")}\n`;
    return `${style.bold(`${requirementWords[kind]} ${printable(name)}`)}\n${lines.join("") || none}`;
  });
  host.output.write(blocks.length === 0 ? "Nothing of this kind is used here\n" : blocks.join("\n"));
}

function userText({ journey, by }: RequirementUse): string {
  return by.kind === "journey" ? journey : `${journey}, ${by.kind} ${nameOf(by)}`;
}

function placeText({ place: { source, range } }: RequirementUse): string {
  const { line, column } = source.positionAt(range.start);
  return `${source.path}:${line}:${column}`;
}
