import type { JsonValue } from "../machine.js";

/** A message that the journey has sent. */
export interface Message {
  readonly kind: "email" | "sms";
  readonly to: string;
  /** The e-mail template's name; a node's own texts have none. */
  readonly template?: string;
  readonly subject?: string;
  readonly text?: string;
  /** What the template is filled with. */
  readonly object?: { readonly [name: string]: JsonValue };
  /** The link that resumes the journey. */
  readonly resumeUri?: string;
  /** When it was sent: milliseconds since 1970. */
  readonly at: number;
}
