import { JsonListing } from "../listing.js";
import { type FieldProps, output } from "./callback.js";
import { Field } from "./field.js";

/** A callback that an application answers on its own, such as a device profile: what it was sent, and a text for each input. */
export function OtherField({ callback, answers, onAnswer }: FieldProps) {
  const { type, input = [] } = callback;
  const sent = callback.output.filter(({ value }) => value !== "" && value !== null);
  return (
    <fieldset class="field">
      <legend>{type}</legend>
      {sent.length > 0 && (
        <details>
          <summary>What the journey sends</summary>
          <JsonListing value={Object.fromEntries(sent.map(({ name, value }) => [name, value]))} />
        </details>
      )}
      {input.map(({ name }, index) => (
        <Field key={name} callback={callback} label={name}>
          {(control) => (
            <input
              {...control}
              value={String(answers[index] ?? "")}
              onInput={({ currentTarget }) => onAnswer(index, currentTarget.value)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

/** A value that a script of the page would fill in. It can be written by hand. */
export function HiddenValueField({ callback, answers, onAnswer }: FieldProps) {
  return (
    <Field callback={callback} label={`Hidden value ${String(output(callback, "id") ?? "")}`}>
      {(control) => (
        <input
          {...control}
          value={String(answers[0] ?? "")}
          onInput={({ currentTarget }) => onAnswer(0, currentTarget.value)}
        />
      )}
    </Field>
  );
}
