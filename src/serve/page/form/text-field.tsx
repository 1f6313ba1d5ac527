import { type FieldProps, output, outputText } from "./callback.js";
import { Field } from "./field.js";

/** Names, texts and attributes of one line. */
export function TextField({ callback, answers, onAnswer }: FieldProps) {
  const { type } = callback;
  const isUserName = type === "NameCallback" || type === "ValidatedCreateUsernameCallback";
  const name = outputText(callback, "name");
  const value = answers[0] || output(callback, "defaultText") || "";
  return (
    <Field callback={callback} label={outputText(callback, "prompt") || name || type}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode={name === "mail" ? "email" : "text"}
          autocomplete={isUserName ? "username" : name === "mail" ? "email" : "off"}
          required={output(callback, "required") === true}
          value={String(value)}
          onInput={({ currentTarget }) => onAnswer(0, currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A number, or nothing. */
export function NumberField({ callback, answers, onAnswer }: FieldProps) {
  return (
    <Field callback={callback} label={outputText(callback, "prompt") || outputText(callback, "name")}>
      {(control) => (
        <input
          {...control}
          type="number"
          step="any"
          required={output(callback, "required") === true}
          value={answers[0] === null ? "" : String(answers[0])}
          onInput={({ currentTarget }) => onAnswer(0, currentTarget.value === "" ? null : Number(currentTarget.value))}
        />
      )}
    </Field>
  );
}
