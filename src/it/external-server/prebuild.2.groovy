import io.github.testhygiene.it.ExternalServer

context.server = ExternalServer.startIn(new File(basedir, 'target'))
def properties = new HashMap(context.server.properties())
context.password = properties.remove('external.password')
context.userProperties.putAll(properties)
new File(basedir, 'pom.xml').with { setText(getText('UTF-8').replace('EXTERNAL_PASSWORD', context.password), 'UTF-8') }
return true
