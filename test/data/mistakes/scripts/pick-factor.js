var preferred = requestCookies.get("mfa");

if (preferred === "push") {
  action.goTo("push");
} else if (preferred === "passkey") {
  action.goTo("passkey");
} else {
  action.goTo("mail");
}
