/** The contexts of scripts on the platform that are known: each says what runs the script. */
export const scriptContexts: readonly string[] = [
  "AUTHENTICATION_CLIENT_SIDE",
  "AUTHENTICATION_SERVER_SIDE",
  "AUTHENTICATION_TREE_DECISION_NODE",
  "CONFIG_PROVIDER_NODE",
  "CONFIG_PROVIDER_NODE_NEXT_GEN",
  "DEVICE_MATCH_NODE",
  "LIBRARY",
  "OAUTH2_ACCESS_TOKEN_MODIFICATION",
  "OAUTH2_AUTHORIZE_ENDPOINT_DATA_PROVIDER",
  "OAUTH2_EVALUATE_SCOPE",
  "OAUTH2_MAY_ACT",
  "OAUTH2_SCRIPTED_JWT_ISSUER",
  "OAUTH2_VALIDATE_SCOPE",
  "OIDC_CLAIMS",
  "PINGONE_VERIFY_COMPLETION_DECISION_NODE",
  "POLICY_CONDITION",
  "SAML2_IDP_ADAPTER",
  "SAML2_IDP_ATTRIBUTE_MAPPER",
  "SAML2_SP_ADAPTER",
  "SCRIPTED_DECISION_NODE",
  "SOCIAL_IDP_PROFILE_TRANSFORMATION",
];

/** The context that a word shortens or writes as people do: `CONFIG_PROVIDER`, `scripted decision node`. */
export function contextMeantBy(word: string): string | undefined {
  const name = word
    .trim()
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, "_");
  const whole = [name, `${name}_NODE`].find((each) => scriptContexts.includes(each));
  if (whole !== undefined) return whole;
  const begun = scriptContexts.filter((each) => each.startsWith(`${name}_`));
  return begun.length === 1 ? begun[0] : undefined;
}
