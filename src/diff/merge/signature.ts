import type { CommentTable } from "../../format/comments.js";

/** Members of the tree that concern only the form of the text. */
const form: ReadonlySet<string> = new Set(["range", "block", "hasBody"]);

/**
 * The meaning of a part of the tree as text, with the comments inside it: parts with equal signatures mean the same.
 */
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
