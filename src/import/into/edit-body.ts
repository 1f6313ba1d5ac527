import type { JourneyDeclaration } from "../../syntax/ast.js";
import type { Range } from "../../text/range.js";
import type { TextEdits } from "./text-edits.js";

/** The block of a journey. */
export function journeyBody({ title, name, range }: JourneyDeclaration, edits: TextEdits): BodyEditor {
  const headerEnd = (title ?? name)?.range.end ?? range.start;
  return new BodyEditor({ range, headerEnd, hasBody: true }, edits);
}

/** A declaration that has a block or may get one. */
export interface BodyOwner {
  readonly range: Range;
  /** The offset where the header ends. */
  readonly headerEnd: number;
  readonly hasBody: boolean;
}

/** Adds lines to a block that has no line of their kind yet; it creates the block where there is none. */
export class BodyEditor {
  readonly #owner: BodyOwner;
  readonly #edits: TextEdits;
  readonly #firstGroups: string[] = [];

  constructor(owner: BodyOwner, edits: TextEdits) {
    this.#owner = owner;
    this.#edits = edits;
  }

  /** Adds lines at the top of the block. */
  insertFirst(lines: string): void {
    this.#firstGroups.push(lines);
  }

  /** Adds lines after a member, separated by a blank line; at the top where there is no member. */
  insertGroupBehind(member: { readonly range: Range } | undefined, lines: string): void {
    if (member === undefined) this.insertFirst(lines);
    else this.#edits.insertBelow(member.range.end, `\n${lines}`);
  }

  /** Writes the lines for the top together; it must be called last. */
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
