var level = "low";
// größer "als"
outcome = level;
