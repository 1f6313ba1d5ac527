import { CommentTable } from "../../format/comments.js";
import type { FileNode, ParamDeclaration, ScenarioDeclaration } from "../../syntax/ast.js";
import { memberKey } from "./member-key.js";
import { type Names, scenarioKey } from "./renames.js";
import { signatureOf } from "./signature.js";
import { textOfString } from "./text-of-string.js";

/**
 * Finds the parameters and scenarios that one side has renamed: one is gone, and one with the same value or the same
 * steps has come, and none but them are alike.
 */
export function findItemRenames(base: FileNode, changed: FileNode, other: FileNode, journeys: Names) {
  const params = renamed<ParamDeclaration>(base, changed, other, {
    of: (item): item is ParamDeclaration => item.kind === "param",
    key: ({ name }) => name?.text ?? "",
    content: ({ value }) => signatureOf(value, none),
  });
  const scenarios = renamed<ScenarioDeclaration>(base, changed, other, {
    of: (item): item is ScenarioDeclaration => item.kind === "scenario",
    key: memberKey,
    content: ({ journey, script, steps }) => {
      const name = journey?.text ?? "";
      const tested = script?.parts.map(({ text }) => text) ?? journeys.get(name) ?? name;
      return JSON.stringify([tested, steps.map((step) => signatureOf(step, none))]);
    },
  });
  return {
    params: new Map(params.map(([before, after]) => [before.name?.text ?? "", after.name?.text ?? ""])),
    scenarios: new Map(
      scenarios.flatMap(([before, after]) => {
        const [old, title] = [plainTitle(before), plainTitle(after)];
        if (old === undefined || title === undefined || old === title) return [];
        return [[scenarioKey(old, before.journey?.text ?? ""), title]];
      }),
    ),
  };
}

const none = new CommentTable();

/** The title of a scenario, where it is a plain text. */
export function plainTitle({ title }: ScenarioDeclaration): string | undefined {
  return title === undefined ? "" : textOfString(title);
}

interface Kind<T> {
  readonly of: (item: FileNode["items"][number]) => item is T & FileNode["items"][number];
  readonly key: (item: T) => string;
  readonly content: (item: T) => string;
}

function renamed<T>(base: FileNode, changed: FileNode, other: FileNode, kind: Kind<T>): readonly (readonly [T, T])[] {
  const [before, after, theirs] = [base, changed, other].map(({ items }): readonly T[] => items.filter(kind.of)) as [
    readonly T[],
    readonly T[],
    readonly T[],
  ];
  const keys = (items: readonly T[]) => new Set(items.map(kind.key));
  const [inBase, inChanged, inOther] = [keys(before), keys(after), keys(theirs)];
  const gone = before.filter((item) => !inChanged.has(kind.key(item)));
  const come = after.filter((item) => !inBase.has(kind.key(item)) && !inOther.has(kind.key(item)));
  return gone.flatMap((item) => {
    const content = kind.content(item);
    const alike = (items: readonly T[]) => items.filter((each) => kind.content(each) === content);
    const [now, ...others] = alike(come);
    return now === undefined || others.length > 0 || alike(gone).length > 1 ? [] : [[item, now] as const];
  });
}
