/** The scopes of a client that names none. */
export const defaultScopes: readonly string[] = ["openid", "profile", "email"];

/** The document under `.well-known/openid-configuration`, with the platform's addresses. */
export function discoveryDocument(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/access_token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/connect/jwk_uri`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/token/revoke`,
    end_session_endpoint: `${issuer}/connect/endSession`,
    scopes_supported: defaultScopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
    introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    revocation_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
    code_challenge_methods_supported: ["plain", "S256"],
    claims_supported: ["sub", "iss", "auth_time", "name", "given_name", "family_name", "email"],
    prompt_values_supported: ["none", "login", "consent"],
    authorization_response_iss_parameter_supported: true,
  };
}
