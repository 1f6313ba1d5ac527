outcome = "true"; // größer
