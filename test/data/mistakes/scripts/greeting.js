var hour = requestHeaders.get("x-hour");
nodeState.putShared("greeting", "hello");
if (hour && Number(hour.get(0)) > 17) {
  action.goTo("evening");
} else {
  action.goTo("morning");
}
