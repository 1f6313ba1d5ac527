import type { PageMember, Property } from "../syntax/ast.js";
import type { KnownVersion } from "./known-properties.js";
import { type JourneyScope, placeIn } from "./scope.js";

/** Words that hold the properties of a thing together elsewhere. */
const wrappers =
  /^(?:propert(?:y|ies)|props|settings?|config(?:uration)?|params|parameters|options|fields|body|data|attributes)$/i;

/**
 * The members of a node of which none is `properties: { tries: 3 }`, as other languages have it: properties stand in the node itself. It is
 * reported, and what it holds is read as if it stood there. A type may have a property of such a name.
 */
export function withoutWrapper(
  members: readonly PageMember[],
  { id, known }: { readonly id: string; readonly known: KnownVersion },
  scope: JourneyScope,
): readonly PageMember[] {
  if (!members.some((member) => isWrapper(member, known))) return members;
  return members.flatMap((member): readonly PageMember[] => {
    if (!isWrapper(member, known)) return [member];
    const { key, value } = member;
    const entries = value?.kind === "object" ? value.entries : [];
    const args = { type: id, property: key.text };
    const help = `Properties stand in the node itself: remove \`${key.text}: {\` and its \`}\`, and the commas between them.`;
    scope.reporter.report("unknown-property", placeIn(scope, key.range), args, {
      help,
      fixes: unwrapped(member, scope),
    });
    return entries.map((entry): Property => ({ ...entry, kind: "property", locale: undefined }));
  });
}

function isWrapper(member: PageMember, { complete, properties }: KnownVersion): member is Property {
  if (member.kind !== "property" || member.value?.kind !== "object" || !wrappers.test(member.key.text)) return false;
  if (!complete || properties === undefined || properties.has(member.key.text)) return false;
  return member.value.entries.some(({ key }) => properties.has(key.text));
}

/** The entries on lines of their own; none where a comment stands between them. */
function unwrapped({ key, value }: Property, { source }: JourneyScope) {
  if (value?.kind !== "object") return [];
  const { text } = source;
  const { start } = key.range;
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const inner = value.entries.map(({ range }) => text.slice(range.start, range.end));
  const between = value.entries.map(({ range }, index) => {
    const next = value.entries[index + 1]?.range.start ?? value.range.end - 1;
    return text.slice(range.end, next);
  });
  if (between.some((gap) => !/^[\s,]*$/.test(gap))) return [];
  const edits = [{ range: { start, end: value.range.end }, text: inner.join(`\n${indent}`) }];
  return [{ title: "Write the properties in the node", edits }];
}
