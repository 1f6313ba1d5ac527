// A sign-in is unusual when it comes from a country that the user has not signed in from before.
var country = requestHeaders.get("x-client-country");
var seen = nodeState.get("knownCountries");

if (country && seen && seen.indexOf(String(country.get(0))) === -1) {
  action.goTo("high");
} else {
  action.goTo("low");
}
