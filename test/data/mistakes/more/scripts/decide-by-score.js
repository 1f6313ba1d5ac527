var score = Number(nodeState.get("fraudScore"));
if (score < 50) {
  action.goTo("allow");
} else {
  action.goTo("deny");
}
