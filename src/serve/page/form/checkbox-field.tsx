import { Listing } from "../listing.js";
import { type FieldProps, output, outputText } from "./callback.js";
import { failedPolicyTexts } from "./failed-policies.js";

/** An attribute that is true or false. */
export function BooleanField(props: FieldProps) {
  return <Checkbox {...props} label={outputText(props.callback, "prompt") || outputText(props.callback, "name")} />;
}

export function TermsField(props: FieldProps) {
  const version = outputText(props.callback, "version");
  return (
    <div class="field">
      <Listing text={outputText(props.callback, "terms")} />
      <Checkbox {...props} label={version === "" ? "I accept the terms" : `I accept the terms, version ${version}`} />
    </div>
  );
}

export function ConsentField(props: FieldProps) {
  const { callback } = props;
  const name = outputText(callback, "displayName") || outputText(callback, "name");
  return (
    <div class="field">
      <p>{outputText(callback, "message")}</p>
      <Checkbox {...props} label={`Share with ${name}${output(callback, "isRequired") === true ? " (needed)" : ""}`} />
    </div>
  );
}

function Checkbox({ callback, answers, onAnswer, label }: FieldProps & { readonly label: string }) {
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={answers[0] === true}
          onChange={({ currentTarget }) => onAnswer(0, currentTarget.checked)}
        />
        {label}
      </label>
      <ul class="failed" aria-live="polite">
        {failedPolicyTexts(callback).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
