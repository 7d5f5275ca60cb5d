context.userProperties.putAll(context.server.properties())
return true
