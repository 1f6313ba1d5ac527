import { displayNameOf } from "../model/display-name.js";
import type { JourneyNode } from "../model/model.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import type { LanguageText } from "./language-project.js";

/** A word that an editor shows in a text without its being there. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Outcomes that lead nowhere, defaults of what has to be chosen, and titles that are not what their names say. */
export function inlayHints(text: LanguageText, range: Range): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  for (const item of text.parsed.file.items) {
    if (item.kind !== "journey") continue;
    const journey = text.bound.journeys.find((each) => each.place.range.start === item.name?.range.start);
    for (const member of item.members) {
      if ((member.kind !== "node" && member.kind !== "page") || !touches(member.range, range)) continue;
      const node = journey?.nodes.find(({ name }) => name === member.name?.text);
      if (node !== undefined) hints.push(...hintsOf(member, node));
    }
  }
  return hints;
}

function hintsOf(declaration: NodeDeclaration | PageDeclaration, node: JourneyNode): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const header =
    declaration.kind === "node"
      ? (declaration.type?.range ?? declaration.range)
      : (declaration.version?.range ?? declaration.name?.range ?? declaration.range);
  const connected = new Set(node.connections.map(({ outcomeId }) => outcomeId));
  const open = node.outcomesKnown ? node.outcomes.filter(({ id }) => !connected.has(id)) : [];
  if (open.length > 0) {
    const names = open.map(({ outcome, child }) =>
      child !== undefined && node.children.length > 1 ? `${child}.${outcome}` : outcome,
    );
    hints.push({ offset: header.end, label: ` ${names.join(", ")} → nowhere`, tooltip: "Outcomes without an arrow" });
  }
  if (
    declaration.title === undefined &&
    declaration.name !== undefined &&
    node.displayName !== displayNameOf(node.name)
  ) {
    hints.push({ offset: header.end, label: ` "${node.displayName}"`, tooltip: "The label on the canvas" });
  }
  for (const property of defaultsOf(node)) {
    hints.push({ offset: header.end, label: ` ${property}`, tooltip: "A default of something that is required" });
  }
  return hints;
}

/** What is required and is not written, so that the default of the catalogue holds; only where there is little of it. */
function defaultsOf(node: JourneyNode): readonly string[] {
  const version = node.type?.versions[node.version] ?? node.type?.versions[node.type.defaultVersion];
  const chosen = (version?.properties ?? []).filter(({ name, required, enum: choices, legacy }) => {
    const setting = node.properties.get(name);
    return required === true && legacy !== true && choices !== undefined && setting !== undefined && !setting.explicit;
  });
  return chosen.map(({ name }) => `${name}: ${JSON.stringify(node.properties.get(name)?.value)}`);
}

function touches(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}
