import type { ShownMessage } from "../inside.js";
import { Listing } from "../listing.js";

/** The mails and SMS, which nobody was sent unless they are handed on. The link of a mail resumes its journey in this page. */
export function Messages({ messages, onResume }: Props) {
  if (messages.length === 0) return <p class="dim">No mail and no SMS yet.</p>;
  return (
    <ul class="list">
      {messages.toReversed().map((message) => (
        <li key={`${message.at} ${message.to} ${message.text}`} class="card">
          <p>
            <span class="badge">{message.kind === "email" ? "mail" : "SMS"}</span> to <strong>{message.to}</strong>{" "}
            <time class="dim">{new Date(message.at).toLocaleTimeString()}</time>
          </p>
          {message.isDelivered === true && <p class="dim">Handed to the SMTP server</p>}
          {message.deliveryProblem !== undefined && (
            <p class="message error">Not handed to the SMTP server: {message.deliveryProblem}</p>
          )}
          {message.template !== undefined && (
            <p class="dim">
              template <code>{message.template}</code>
            </p>
          )}
          {message.subject !== undefined && <h3>{message.subject}</h3>}
          {message.text !== undefined && <Listing text={message.text} />}
          {message.resumeUri !== undefined && <Link address={message.resumeUri} onResume={onResume} />}
        </li>
      ))}
    </ul>
  );
}

function Link({ address, onResume }: { readonly address: string; readonly onResume: Props["onResume"] }) {
  return (
    <button type="button" onClick={() => onResume(address)}>
      Follow the link
    </button>
  );
}

interface Props {
  readonly messages: readonly ShownMessage[];
  readonly onResume: (address: string) => void;
}
