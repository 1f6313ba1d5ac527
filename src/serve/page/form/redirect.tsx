import { type FieldProps, outputText } from "./callback.js";

/** A way to another site, from which the browser comes back to this page. */
export function Redirect({ callback }: FieldProps) {
  const address = outputText(callback, "redirectUrl");
  const isSafe = /^https?:\/\//i.test(address);
  return (
    <p class="message information">
      The journey goes on at {isSafe ? <a href={address}>{address}</a> : <code>{address}</code>}.
    </p>
  );
}
