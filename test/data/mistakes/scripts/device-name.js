var agent = requestHeaders.get("user-agent");
nodeState.putShared("deviceName", agent ? String(agent.get(0)) : "unknown");
outcome = "done";
