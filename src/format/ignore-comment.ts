import type { CommentsAround } from "./comments.js";

const mark = /^(?:\/\/\s*prettier-ignore\s*|\/\*\s*prettier-ignore\s*\*\/)$/;

/**
 * Whether one of the comments above a member is `prettier-ignore`, as Prettier has it in other languages: then the member stays
 * as its author wrote it.
 */
export function staysAsWritten(around: CommentsAround | undefined): boolean {
  return around?.leading.some(({ text }) => mark.test(text)) ?? false;
}
