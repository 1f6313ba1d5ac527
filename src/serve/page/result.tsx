import { useEffect, useRef } from "preact/hooks";
import type { Failure, Success } from "./authenticate.js";
import { JsonListing } from "./listing.js";

/** How a journey has ended. */
export function Result({ success, failure, onAgain }: Props) {
  const message = useFocus<HTMLParagraphElement>();
  return (
    <div>
      {success !== undefined && (
        <>
          <h2>Success</h2>
          <p ref={message} tabIndex={-1} class="message success" role="status">
            {success.tokenId === undefined ? "The journey has ended well and made no session." : "You are signed in."}
          </p>
          <dl>
            {Object.entries(success).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {failure !== undefined && (
        <>
          <h2>Failure</h2>
          <p ref={message} tabIndex={-1} class="message error" role="alert">
            {failure.message ?? failure.reason ?? `Status ${failure.code}`}
          </p>
          {failure.detail?.errorCode === "110" && (
            <p>Its time is over, or the journey was changed, or the world was begun anew.</p>
          )}
          <details>
            <summary>The answer</summary>
            <JsonListing value={failure} />
          </details>
        </>
      )}
      <button type="button" class="main" onClick={onAgain}>
        Begin again
      </button>
    </div>
  );
}

/** What stands in the place of a form after the session was ended. */
export function SignedOut({ hadSession, onSignIn }: SignedOutProps) {
  const message = useFocus<HTMLParagraphElement>();
  return (
    <div>
      <p ref={message} tabIndex={-1} class={`message ${hadSession ? "success" : "information"}`} role="status">
        {hadSession ? "You are signed out." : "Nobody was signed in."}
      </p>
      <button type="button" class="main" onClick={onSignIn}>
        Sign in
      </button>
    </div>
  );
}

interface SignedOutProps {
  readonly hadSession: boolean;
  readonly onSignIn: () => void;
}

/** Focuses what has come in the place of a form: the focus of somebody without a mouse would be lost with the form. */
function useFocus<Shown extends HTMLElement>() {
  const shown = useRef<Shown>(null);
  useEffect(() => shown.current?.focus({ preventScroll: true }), []);
  return shown;
}

interface Props {
  readonly success: Success | undefined;
  readonly failure: Failure | undefined;
  readonly onAgain: () => void;
}
