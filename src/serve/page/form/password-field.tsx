import { useState } from "preact/hooks";
import { type FieldProps, output, outputText } from "./callback.js";
import { Field } from "./field.js";

/** A password, which a click makes readable. */
export function PasswordField({ callback, answers, onAnswer }: FieldProps) {
  const [isShown, setShown] = useState(output(callback, "echoOn") === true);
  const isNew = callback.type === "ValidatedCreatePasswordCallback";
  return (
    <Field callback={callback} label={outputText(callback, "prompt") || "Password"}>
      {(control) => (
        <span class="with-button">
          <input
            {...control}
            // Preact has a type for each kind of input, and none for one that changes.
            type={(isShown ? "text" : "password") as "password"}
            autocomplete={isNew ? "new-password" : "current-password"}
            value={String(answers[0] ?? "")}
            onInput={({ currentTarget }) => onAnswer(0, currentTarget.value)}
          />
          <button type="button" class="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? "Hide" : "Show"}
          </button>
        </span>
      )}
    </Field>
  );
}
