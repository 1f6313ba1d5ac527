import { authorize } from "./authorize.js";
import { discoveryDocument } from "./discovery.js";
import { endSession } from "./end-session.js";
import { Grants } from "./grants.js";
import { introspect } from "./introspect.js";
import { oauthJson } from "./oauth-answer.js";
import type { OAuthHost, OAuthRequest } from "./oauth-host.js";
import { revoke } from "./revoke.js";
import type { SigningKey } from "./signing-key.js";
import { issueTokens } from "./token-endpoint.js";
import { userinfo } from "./userinfo.js";

/**
 * The OAuth 2.0 and OpenID Connect provider of a realm, over the sessions of its journeys: what SDKs and standard
 * clients need for tokens by code, with PKCE.
 */
export class OAuthProvider {
  readonly #host: OAuthHost;
  readonly #grants: Grants;
  readonly #key: SigningKey;

  /** @param key made once for several realms or worlds, since that takes a while */
  constructor(host: OAuthHost, key: SigningKey) {
    this.#host = host;
    this.#grants = new Grants(host);
    this.#key = key;
  }

  /** Answers a request; `undefined` for an endpoint that is not served. */
  async answer(asked: OAuthRequest): Promise<Response | undefined> {
    const { request, endpoint, issuer } = asked;
    const methods = Object.hasOwn(endpoints, endpoint) ? endpoints[endpoint] : undefined;
    if (methods === undefined) return undefined;
    if (!methods.includes(request.method)) {
      const body = { error_description: "Method Not Allowed", error: "method_not_allowed" };
      return oauthJson(body, 405, { Allow: methods.join(", ") });
    }
    switch (endpoint) {
      case "authorize":
        return authorize(asked, this.#host, this.#grants);
      case "access_token":
        return issueTokens(request, this.#host, this.#grants, this.#key);
      case "userinfo":
        return userinfo(request, this.#host, this.#grants);
      case "introspect":
        return introspect(request, this.#host, this.#grants);
      case "token/revoke":
        return revoke(request, this.#host, this.#grants);
      case "connect/endSession":
        return endSession(request, this.#host, this.#key);
      case "connect/jwk_uri":
        return oauthJson(await this.#key.publicKeys());
      default:
        return oauthJson(discoveryDocument(issuer));
    }
  }
}

const endpoints: Readonly<Record<string, readonly string[]>> = {
  ".well-known/openid-configuration": ["GET"],
  authorize: ["GET", "POST"],
  access_token: ["POST"],
  userinfo: ["GET", "POST"],
  introspect: ["POST"],
  "token/revoke": ["POST"],
  "connect/endSession": ["GET", "POST"],
  "connect/jwk_uri": ["GET"],
};
