/** Texts of journeys that need another party: an identity provider, a phone, a security key. */

/** Signs on through google or apple. A user who was never here gets an account. */
export const socialJourney = `journey Social {
  start -> Choose
  page Choose {
    node Provider: SelectIdP { includeLocalAuthentication: false }
    socialAuthentication -> Handle
  }
  node Handle: SocialProviderHandlerNode {
    script: Profile
    ACCOUNT_EXISTS -> success
    NO_ACCOUNT -> Create
  }
  node Create: CreateObject {
    CREATED -> success
    FAILURE -> failure
  }
}
script Profile {
  file: "profile.js"
  language: "JAVASCRIPT"
  context: "SOCIAL_IDP_PROFILE_TRANSFORMATION"
}
`;

/** Registers a phone, and signs on with it. `settings` are those of the sender. */
export function pushJourney(settings = ""): string {
  return `journey Push {
  start -> Who
  page Who {
    node Name: UsernameCollector
    -> Register
  }
  node Register: PushRegistration {
    successOutcome -> Send
    failureOutcome, timeoutOutcome -> failure
  }
  node Send: PushAuthenticationSender {
    mandatory: true
    ${settings}
    SENT -> Wait
    NOT_REGISTERED -> failure
  }
  node Wait: PushWait {
    DONE -> Check
    EXITED -> failure
  }
  node Check: PushResultVerifier {
    TRUE -> success
    FALSE, EXPIRED -> failure
    WAITING -> Wait
  }
}
`;
}

/** Registers a security key, and signs on with it. `settings` are those of both nodes. */
export function passkeyJourney(settings = ""): string {
  return `journey Passkey {
  start -> Who
  page Who {
    node Name: UsernameCollector
    -> Register
  }
  node Register: WebAuthnRegistration {
    ${settings}
    success -> Ready
    unsupported, failure, error -> failure
  }
  node Ready: Message {
    message: "Sign on now"
    true, false -> SignIn
  }
  node SignIn: WebAuthnAuthentication {
    ${settings}
    success -> success
    unsupported, noDevice, failure, error -> failure
  }
}
`;
}
