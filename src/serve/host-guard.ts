import { Refusal } from "./refusal.js";

/**
 * Refuses a request for a host that is not served here. A page of another site can let its own name lead to this machine (DNS rebinding),
 * and the browser then takes the answers for the page's own.
 */
export function guardHost({ hostname }: URL, hosts: readonly string[] | "any"): void {
  if (hosts === "any" || isLoopback(hostname) || hosts.includes(hostname)) return;
  throw new Refusal(403, `The host ${hostname} is not served here`);
}

/** Whether a host name means this machine in every browser. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
