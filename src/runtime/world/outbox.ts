import type { JsonValue } from "../machine.js";

/** A message that the journey has sent. */
export interface Message {
  readonly kind: "email" | "sms";
  readonly to: string;
  /** The sender, where a template or node names one. */
  readonly from?: string;
  /** The name of the e-mail template; absent where the node has its own texts. */
  readonly template?: string;
  readonly subject?: string;
  readonly text?: string;
  /** The object whose attributes fill the template. */
  readonly object?: { readonly [name: string]: JsonValue };
  /** The link that resumes the journey. */
  readonly resumeUri?: string;
  /** Time of sending, in milliseconds since 1970. */
  readonly at: number;
}
