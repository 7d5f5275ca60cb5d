context.server.createRole('reader', 'the-readers-secret')
context.userProperties.putAll(['external.username': 'reader', 'external.password': 'the-readers-secret'])
return true
