import { lookUpType, shortTypeName, typeIds } from "../../catalogue/catalogue.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { findType, searchTypes } from "../../catalogue/search-types.js";
import { nearestType } from "../../model/nearest-type.js";
import { UsageError } from "../../project/usage-error.js";
import { describeNodeType } from "../output/describe-node-type.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc nodes`: the catalogue of node types. */
export const nodes = defineCommand({
  usage: "nodes [type or words]",
  description:
    "Lists node types. With a type, shows its properties, outcomes, state and callbacks; with words, lists the types\n" +
    "whose name, label, summary or tags contain all of them.",
  options: { json: { type: "boolean", help: "as JSON" } },
  positionals: {
    minimum: 0,
    maximum: 8,
    completes: () =>
      typeIds().map((id) => ({ value: shortTypeName(id), description: lookUpType(id)?.displayName ?? "" })),
  },
  async run({ options, positionals, host }) {
    const exact = positionals.length === 1 ? findType(positionals[0] ?? "") : undefined;
    if (exact) {
      host.output.write(options.json ? json({ version: 1, type: exact }) : describeNodeType(exact, host.output.style));
      return exitCode.fine;
    }
    const found = search(positionals);
    if (options.json) host.output.write(json({ version: 1, types: found.map(listed) }));
    else list(found, host);
    return exitCode.fine;
  },
});

function search(words: readonly string[]): readonly NodeType[] {
  const found = searchTypes(words);
  if (found.length > 0 || words.length === 0) return found;
  const nearest = nearestType(words.join(" "));
  throw new UsageError(`No node type matches ${words.join(" ")}`, nearest && `Did you mean ${nearest}?`);
}

function list(types: readonly NodeType[], host: Host): void {
  const { style } = host.output;
  const rows = types.map((type) => [shortTypeName(type.id), type.summary] as const);
  const width = Math.min(48, Math.max(0, ...rows.map(([name]) => name.length)));
  host.output.write(rows.map(([name, summary]) => `${style.cyan(name.padEnd(width))}  ${summary}\n`).join(""));
}

function listed(type: NodeType) {
  return {
    id: type.id,
    name: shortTypeName(type.id),
    displayName: type.displayName,
    summary: type.summary,
    tags: type.tags,
    deprecated: type.deprecated,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
