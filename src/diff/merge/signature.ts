import type { CommentTable } from "../../format/comments.js";

/** Members of the tree that say how something is written, not what. */
const form: ReadonlySet<string> = new Set(["range", "block", "hasBody"]);

/** What a part of a tree says, with the comments inside of it: parts of equal signature mean the same. */
export function signatureOf(node: object | undefined, comments: CommentTable): string {
  if (node === undefined) return "";
  return JSON.stringify(node, (key, value: unknown) => {
    if (form.has(key)) return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const inside = comments.inside(value);
    const around = value === node ? undefined : comments.around(value);
    if (inside === undefined && around === undefined) return value;
    const texts = [
      ...(around ? [...around.leading.map(({ text }) => text), ...around.trailing, ...around.following] : []),
      ...(inside ? [...inside.opening, ...inside.dangling.map(({ text }) => text)] : []),
    ];
    return texts.length === 0 ? value : { ...value, "//": texts };
  });
}
