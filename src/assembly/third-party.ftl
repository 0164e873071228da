<#-- One library a paragraph, in the order of their names; filled by license-maven-plugin. -->
Libraries shipped with tlsfit, each in a jar of its own in lib, but for fastutil, Guava, and Commons Codec,
Compress, IO and Lang: of these lib/reachable-classes.jar holds the classes that can be reached from tlsfit. All
are unchanged. The text of Apache-2.0 is the file LICENSE, those of other licences lie in the jars. The same
list with check sums, for programs, is tlsfit.cdx.json (CycloneDX 1.6).

<#list dependencyMap as library>
${library.key.artifactId} ${library.key.version}: <#list library.value as licence>${licence}<#sep>, </#list>
    ${library.key.groupId}:${library.key.artifactId}<#if library.key.url??>, ${library.key.url}</#if>
</#list>
