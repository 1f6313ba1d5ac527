import type { Range } from "../../text/range.js";

/** What an item stands for, for the sign that an editor puts before it. */
export type CompletionKind =
  | "keyword"
  | "type"
  | "property"
  | "value"
  | "outcome"
  | "node"
  | "end"
  | "script"
  | "journey"
  | "parameter"
  | "locale"
  | "file"
  | "snippet";

/** Something that may be written at the cursor. */
export interface Offered {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  /** Markdown; a function where making it costs more than the item. */
  readonly documentation?: string | (() => string) | undefined;
  /** What is written: the label where it is absent. */
  readonly insert?: string | undefined;
  /** The same with places to fill in (`${1:…}`), for editors that know them. */
  readonly snippet?: string | undefined;
  /** Groups of items, the smallest first. Default 5. */
  readonly rank?: number;
  /** Whether the editor should ask for the next word at once. */
  readonly goesOn?: boolean;
  readonly isDeprecated?: boolean;
}

/** What may be written at a place. */
export interface Completions {
  /** What an item replaces. */
  readonly range: Range;
  readonly items: readonly Offered[];
}

/** A text as it stands in a snippet. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
