var library = require("Library - Address");
var attributes = nodeState.get("objectAttributes");
var token = systemEnv.getProperty("esv.address.token");
var response = httpClient
  .send(library.url(attributes.postalCode), { headers: { Authorization: "Bearer " + token } })
  .get();
if (response.status === 200 && response.json().known) {
  action.goTo("known");
} else {
  action.goTo("unknown");
}
