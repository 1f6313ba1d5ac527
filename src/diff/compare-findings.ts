import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { allNodes } from "../model/used-resources.js";
import type { FindingChange } from "./difference.js";
import type { JourneyPair } from "./journey-pair.js";

/** The findings of one side by code and message; the same finding counts once. */
export type FindingTable = ReadonlyMap<string, Diagnostic>;

/** The findings that appeared or disappeared. Old findings are compared under the names and ids of the new side. */
export function compareFindings(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  pairs: readonly JourneyPair[],
): readonly FindingChange[] {
  const rename = renamer(pairs);
  const old = tableOf(before, rename);
  const now = tableOf(after, (text) => text);
  return [...missing(now, old, "finding-appeared"), ...missing(old, now, "finding-gone")];
}

function missing(of: FindingTable, other: FindingTable, kind: FindingChange["kind"]): readonly FindingChange[] {
  return [...of].flatMap(([key, { code, severity, message }]) =>
    other.has(key) ? [] : [{ kind, code, severity, message }],
  );
}

function tableOf(findings: readonly Diagnostic[], rename: (text: string) => string): FindingTable {
  return new Map(findings.map((finding) => [`${finding.code} ${rename(finding.message)}`, finding]));
}

/** Replaces the names and ids of the old side, which messages hold in quotes, by those of the new side. */
function renamer(pairs: readonly JourneyPair[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const { before, nodes, ids, after } of pairs) {
    names.set(before.name, after.name).set(before.id, after.id);
    for (const node of allNodes(before.nodes)) {
      const other = nodes.afterOf(node);
      if (other === undefined) continue;
      names.set(node.name, other.name).set(node.displayName, other.displayName);
      names.set(node.id, ids.text(node.id));
    }
  }
  return (text) =>
    text.replace(/"([^"]*)"/g, (whole, name: string) => (names.has(name) ? `"${names.get(name)}"` : whole));
}
