var country = requestHeaders.get("x-client-country");
var usual = systemEnv.getProperty("esv.usual.countries", "").split(",");

if (country && usual.indexOf(String(country.get(0))) === -1) {
  action.goTo("high");
} else {
  action.goTo("low");
}
