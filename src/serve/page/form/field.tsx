import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { WireCallback } from "../../../runtime/callbacks/callback.js";
import { failedPolicyTexts } from "./failed-policies.js";

/** A control with its label, and what the platform found wrong with its value. */
export function Field({ callback, label, children }: Props) {
  const id = useId();
  const failed = failedPolicyTexts(callback);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-invalid": failed.length > 0, "aria-describedby": `${id}-failed` })}
      <ul id={`${id}-failed`} class="failed" aria-live="polite">
        {failed.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly callback: WireCallback;
  readonly label: string;
  readonly children: (control: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string;
  }) => ComponentChildren;
}
