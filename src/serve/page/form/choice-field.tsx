import { type FieldProps, output, outputList, outputText } from "./callback.js";
import { Field } from "./field.js";

/** One of several choices; the answer is its number. */
export function ChoiceField({ callback, answers, onAnswer }: FieldProps) {
  return (
    <Field callback={callback} label={outputText(callback, "prompt") || "Choice"}>
      {(control) => (
        <select
          {...control}
          value={String(answers[0] ?? output(callback, "defaultChoice") ?? 0)}
          onChange={({ currentTarget }) => onAnswer(0, Number(currentTarget.value))}
        >
          {outputList(callback, "choices").map((choice, index) => (
            <option key={String(choice)} value={index}>
              {String(choice)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Buttons that answer and send the step at once. */
export function ConfirmationField({ callback, onSubmit }: FieldProps) {
  const byDefault = output(callback, "defaultOption");
  const prompt = outputText(callback, "prompt");
  return (
    <div class="field">
      {prompt !== "" && <p>{prompt}</p>}
      <div class="buttons">
        {outputList(callback, "options").map((option, index) => (
          <button
            key={String(option)}
            type="button"
            class={index === byDefault ? "main" : undefined}
            onClick={() => onSubmit(0, index)}
          >
            {String(option)}
          </button>
        ))}
      </div>
    </div>
  );
}
