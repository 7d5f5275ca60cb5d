def properties = new HashMap(context.server.properties())
properties.remove('external.password')
context.userProperties.putAll(properties)
return true
