import { Listing } from "../listing.js";
import { type FieldProps, outputText } from "./callback.js";

const kinds: Readonly<Record<string, string>> = { "0": "information", "1": "warning", "2": "error" };

/** A message. A script, which has the type 4, is shown and not run: this page runs nothing that a journey sends. */
export function TextOutput({ callback }: FieldProps) {
  const message = outputText(callback, "message");
  const type = String(callback.output.find(({ name }) => name === "messageType")?.value ?? "0");
  if (type !== "4") {
    return (
      <p tabIndex={-1} class={`message ${kinds[type] ?? "information"}`}>
        {message}
      </p>
    );
  }
  return (
    <details class="field">
      <summary>A script for the browser, which is not run here</summary>
      <Listing text={message} />
    </details>
  );
}
