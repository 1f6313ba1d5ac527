import { useEffect } from "preact/hooks";
import { type FieldProps, output, outputText } from "./callback.js";

/** Waits as long as the journey says, and sends the step. */
export function PollingWait({ callback, onSubmit }: FieldProps) {
  const milliseconds = Number(output(callback, "waitTime")) || 0;
  useEffect(() => {
    const timer = setTimeout(() => onSubmit(), milliseconds);
    return () => clearTimeout(timer);
  }, [callback]);
  return (
    <p class="message information" role="status">
      {outputText(callback, "message") || "Waiting…"}{" "}
      <button type="button" onClick={() => onSubmit()}>
        Do not wait
      </button>
    </p>
  );
}
