import type { Endpoint } from "./exchange.js";
import { Refusal } from "./refusal.js";
import { reply } from "./reply.js";

/** `serverinfo/*` and `serverinfo/version`: the facts by which clients learn the name of the session cookie, and the realm. */
export const serverInfo: Endpoint = {
  GET({ address, state, tenant, url }) {
    const [, which] = address.path;
    if (which === "version") return reply(version);
    if (which !== "*") throw new Refusal(404, `There is no serverinfo/${which ?? ""}`);
    return reply({
      _id: "*",
      _rev: "0",
      domains: [],
      protectedUserAttributes: ["telephoneNumber", "mail"],
      cookieName: state.cookieName,
      secureCookie: url.protocol === "https:",
      forgotPassword: "false",
      forgotUsername: "false",
      kbaEnabled: "false",
      selfRegistration: "false",
      lang: "en-US",
      successfulUserRegistrationDestination: "default",
      socialImplementations: [],
      referralsEnabled: "false",
      zeroPageLogin: { enabled: false, refererWhitelist: [], allowedWithoutReferer: true },
      realm: tenant.realm,
      xuiUserSessionValidationEnabled: true,
      fileBasedConfiguration: true,
      userIdAttributes: [],
      cloudOnlyFeaturesEnabled: true,
    });
  },
};

/** The release of access management whose behaviour is simulated; there is no revision of it here. */
const version = {
  _id: "version",
  _rev: "0",
  version: "8.0.2",
  fullVersion: "journeyc serve, as ForgeRock Access Management 8.0.2",
  revision: "",
  date: "",
};
