/**
 * Writes the value of a simulated persistent cookie: the username, and the time of expiry in milliseconds since 1970.
 * The platform's cookie is an encrypted JWT.
 */
export function writePersistentCookie(username: string, expires: number): string {
  return `user:${encodeURIComponent(username)}:${expires}`;
}

/** Reads the username of a persistent cookie; `undefined` when the cookie is malformed or has expired. */
export function readPersistentCookie(value: string, now: number): string | undefined {
  const [kind, name, expires] = value.split(":");
  if (kind !== "user" || !name) return undefined;
  if (expires !== undefined && !(Number(expires) > now)) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
