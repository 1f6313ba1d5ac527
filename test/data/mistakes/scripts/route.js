var tenants = require("Acme - Tenants");
var name = nodeState.get("username");
var kind = tenants.of(String(name));
nodeState.putShared("tenant", kind);
if (kind === "partner") {
  action.goTo("partner");
} else {
  action.goTo("staff");
}
