var country = requestHeaders.get("x-client-country");
if (!country) {
  action.goTo("unknown");
} else if (country.get(0) === "DE") {
  nodeState.putShared("country", "DE");
  action.goTo("eu");
} else {
  action.goTo("rest of world");
}
