/** Keys that the platform itself sets, or that exist from the start of a journey. */
export const engineKeys: ReadonlySet<string> = new Set([
  "realm",
  "authLevel",
  "targetAuthLevel",
  "currentNodeId",
  "NodeType",
  "errorMessage",
  "lockoutMessage",
  "successUrl",
  "failureUrl",
  "userGotoParam",
  "userGotoOnFailParam",
  "pageNodeCallbacks",
  "maxAuthenticationSessionDuration",
]);
