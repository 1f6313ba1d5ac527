import type { ExportOptions, Journey, JourneyNode } from "../../model/model.js";
import { readingOrder } from "../../model/reading-order.js";
import type { EntryStatement, ExportBlock, FileNode, JourneyDeclaration, JourneyMember } from "../../syntax/ast.js";
import { emptyRange } from "../../text/range.js";
import { targetToSyntax } from "./edges-to-syntax.js";
import { chooseExportOptions, exportOptionsToSyntax } from "./export-options-to-syntax.js";
import { externToSyntax, findExterns } from "./extern-to-syntax.js";
import { FileClaims } from "./file-claims.js";
import { layoutToSyntax } from "./layout-to-syntax.js";
import { makeName, makeString } from "./make-syntax.js";
import { nodeToSyntax } from "./node-to-syntax.js";
import { rawToSyntax } from "./raw-to-syntax.js";
import { resourceToSyntax } from "./resource-to-syntax.js";
import { ScriptNames, scriptToSyntax } from "./script-to-syntax.js";
import { settingsToSyntax } from "./settings-to-syntax.js";
import { defaultJourneySyntaxOptions, type JourneySyntaxOptions, type SyntaxContext } from "./syntax-context.js";

/** A journey in the language, and the texts of the files that it names, by path relative to the journey's file. */
export interface JourneySyntax {
  readonly file: FileNode;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Writes a journey of the model as a syntax tree for the formatter. Nodes are in reading order from the start. Anything
 * that the language cannot express is left to the caller, who compiles the result and compares it (`src/import`).
 */
export function journeyToSyntax(journey: Journey, options: Partial<JourneySyntaxOptions> = {}): JourneySyntax {
  const context = contextOf(journey, { ...defaultJourneySyntaxOptions, ...options });
  const files = new FileClaims(context.options.mayHold);
  const declaration = declarationOf(journey, context, files);
  const externs = [...context.externs.values()].map(externToSyntax);
  return {
    file: { kind: "file", items: [...externs, declaration], comments: [], range: emptyRange },
    files: files.files,
  };
}

function contextOf(journey: Journey, options: JourneySyntaxOptions): SyntaxContext {
  const externs = findExterns(journey, options, journey.exportOptions);
  const identityResource = journey.settings.get("identityResource")?.value;
  const resource = typeof identityResource === "string" ? identityResource : undefined;
  const exportOptions: ExportOptions = chooseExportOptions(journey, options, externs, resource);
  const scripts = new ScriptNames(journey.scripts);
  return { journey, options, exportOptions, identityResource: resource, externs, scripts };
}

function declarationOf(journey: Journey, context: SyntaxContext, files: FileClaims): JourneyDeclaration {
  const nodes = context.options.keepForm ? journey.nodes : inReadingOrder(journey);
  const members: JourneyMember[] = [...settingsToSyntax(context)];
  if (journey.entry !== undefined) {
    const entry: EntryStatement = { kind: "entry", target: targetToSyntax(journey.entry.target), range: emptyRange };
    members.push(entry);
  }
  for (const node of nodes) members.push(nodeToSyntax(node, context));
  for (const script of journey.scripts) {
    members.push(scriptToSyntax(script, context.scripts, files, context.options.realm));
  }
  for (const resource of journey.resources) members.push(resourceToSyntax(resource, files));
  const exportBlock: ExportBlock | undefined = exportOptionsToSyntax(
    context.exportOptions,
    context.options.exportOptions,
  );
  if (exportBlock !== undefined) members.push(exportBlock);
  const layout = layoutToSyntax(nodes, context);
  if (layout !== undefined) members.push(layout);
  if (journey.raw !== undefined) members.push(rawToSyntax(journey.raw, journey));
  return {
    kind: "journey",
    name: makeName(journey.name),
    title: journey.name === journey.id ? undefined : makeString(journey.id),
    members,
    range: emptyRange,
  };
}

function inReadingOrder(journey: Journey): readonly JourneyNode[] {
  const byId = new Map(journey.nodes.map((node) => [node.id, node]));
  const targetsOf = (id: string): readonly string[] =>
    (byId.get(id)?.connections ?? []).flatMap(({ target }) => (target.kind === "node" ? [target.id] : []));
  const entry = journey.entry?.target;
  const entryId = entry?.kind === "node" ? entry.id : undefined;
  return readingOrder(entryId, [...byId.keys()], targetsOf).flatMap((id) => byId.get(id) ?? []);
}
