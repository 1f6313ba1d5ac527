import type { Failure, Success } from "./authenticate.js";
import { JsonListing } from "./listing.js";

/** How a journey has ended. */
export function Result({ success, failure, onAgain }: Props) {
  return (
    <div>
      {success !== undefined && (
        <>
          <h2>Success</h2>
          <p class="message success" role="status">
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
          <p class="message error" role="alert">
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

interface Props {
  readonly success: Success | undefined;
  readonly failure: Failure | undefined;
  readonly onAgain: () => void;
}
