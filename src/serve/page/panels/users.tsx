import { JsonListing } from "../listing.js";
/** The users of the world, as they are now. */
export function Users({ users }: { readonly users: readonly { readonly [attribute: string]: unknown }[] }) {
  if (users.length === 0)
    return <p class="dim">The world has no users. Give it some in a world file, or register one.</p>;
  return (
    <ul class="list">
      {users.map((user) => (
        <li key={String(user._id)}>
          <details>
            <summary>
              {String(user.userName ?? user._id)} <span class="dim">{String(user.mail ?? "")}</span>
            </summary>
            <JsonListing value={user} />
          </details>
        </li>
      ))}
    </ul>
  );
}
