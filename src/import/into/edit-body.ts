import type { Range } from "../../text/range.js";
import type { TextEdits } from "./text-edits.js";

/** A declaration with a block, or one that may get one. */
export interface BodyOwner {
  readonly range: Range;
  /** Where its header ends. */
  readonly headerEnd: number;
  readonly hasBody: boolean;
}

/** Puts lines into a block that has no line of their kind yet; makes the block where there is none. */
export class BodyEditor {
  readonly #owner: BodyOwner;
  readonly #edits: TextEdits;
  readonly #firstGroups: string[] = [];

  constructor(owner: BodyOwner, edits: TextEdits) {
    this.#owner = owner;
    this.#edits = edits;
  }

  /** Puts lines at the top of the block. */
  insertFirst(lines: string): void {
    this.#firstGroups.push(lines);
  }

  /** Puts lines behind a member, a blank line between; at the top where there is no member. */
  insertGroupBehind(member: { readonly range: Range } | undefined, lines: string): void {
    if (member === undefined) this.insertFirst(lines);
    else this.#edits.insertBelow(member.range.end, `\n${lines}`);
  }

  /** Must be called last: what goes to the top is written together. */
  finish(): void {
    if (this.#firstGroups.length === 0) return;
    const lines = this.#firstGroups.join("\n\n");
    if (!this.#owner.hasBody) {
      const { text } = this.#edits;
      const lineStart = this.#edits.lineStart(this.#owner.range.start);
      const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
      this.#edits.insert(this.#owner.range.end, ` {\n${lines}\n${indent}}`);
      return;
    }
    const brace = this.#edits.text.indexOf("{", this.#owner.headerEnd);
    const isEmpty = /^\s*\}/.test(this.#edits.text.slice(brace + 1, this.#owner.range.end));
    this.#edits.insertBelow(brace, isEmpty ? lines : `${lines}\n\n`);
  }
}
