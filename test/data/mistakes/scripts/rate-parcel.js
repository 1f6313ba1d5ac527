var weight = Number(nodeState.get("parcelWeight"));
var tour = nodeState.get("tourNumber");
var answer = httpClient.send("https://scales.example.com/tours/" + tour, { method: "GET" }).get();
if (answer.status === 200) {
  weight = answer.json().exact;
}
var isHeavy = weight > 25;
nodeState.putShared("parcelClass", isHeavy ? "heavy" : "light");
outcome = isHeavy ? "heavy" : "light";
