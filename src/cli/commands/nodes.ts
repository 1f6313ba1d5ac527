import { lookUpType, shortTypeName, typeIds } from "../../catalogue/catalogue.js";
import { squeezed, squeezedLabels, typesLabelled } from "../../catalogue/console-labels.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { nearestName } from "../../diagnostics/suggest.js";
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
    const exact = positionals.length === 1 ? typeNamed(positionals[0] ?? "") : undefined;
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

/** The type with this id or short name, in whatever case. */
function typeNamed(name: string): NodeType | undefined {
  const exact = lookUpType(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  const ids = typeIds().filter((id) => [id, shortTypeName(id)].some((each) => each.toLowerCase() === wanted));
  return ids.length === 1 ? lookUpType(ids[0] ?? "") : undefined;
}

function search(words: readonly string[]): readonly NodeType[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/));
  const found = typeIds()
    .map((id) => lookUpType(id))
    .filter((type) => type !== undefined)
    .filter((type) => {
      const text = [type.id, type.displayName, type.summary, ...type.tags].join("\n").toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  if (found.length > 0 || words.length === 0) return found;
  const nearest = nearestType(words.join(" "));
  throw new UsageError(`No node type matches ${words.join(" ")}`, nearest && `Did you mean ${nearest}?`);
}

function nearestType(words: string): string | undefined {
  const name = nearestName(words.replaceAll(" ", ""), typeIds().map(shortTypeName));
  if (name !== undefined) return name;
  const [id] = typesLabelled(nearestName(squeezed(words), squeezedLabels()) ?? "");
  return id && shortTypeName(id);
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
