import { type FieldProps, outputList } from "./callback.js";

/** The ways to sign in: with an account here, or with one of another provider. A click on a provider sends the step. */
export function ProviderField({ callback, answers, onAnswer, onSubmit }: FieldProps) {
  const names = outputList(callback, "providers").flatMap((provider) => {
    const name = (provider as { provider?: unknown } | null)?.provider;
    return typeof name === "string" ? [name] : [];
  });
  const local = "localAuthentication";
  return (
    <fieldset class="field">
      <legend>Sign in with</legend>
      <div class="buttons">
        {names
          .filter((name) => name !== local)
          .map((name) => (
            <button key={name} type="button" onClick={() => onSubmit(0, name)}>
              {name}
            </button>
          ))}
      </div>
      {names.includes(local) && (
        <label class="check">
          <input
            type="checkbox"
            checked={answers[0] === local}
            onChange={({ currentTarget }) => onAnswer(0, currentTarget.checked ? local : "")}
          />
          an account here
        </label>
      )}
    </fieldset>
  );
}
