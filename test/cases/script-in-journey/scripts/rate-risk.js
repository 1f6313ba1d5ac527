var address = requestHeaders.get("X-Forwarded-For");
outcome = address === null ? "low" : "high"; // "größer"
