/** The value of a simulated persistent cookie: whom it lets in, and until when. */
export function writePersistentCookie(username: string, expires: number): string {
  return `user:${encodeURIComponent(username)}:${expires}`;
}

/** Whom a cookie lets in now; `undefined` where it is none of ours or too old. */
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
