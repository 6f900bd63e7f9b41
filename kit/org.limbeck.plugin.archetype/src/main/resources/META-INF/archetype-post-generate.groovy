import groovy.io.FileType

// Moves the example of the kind that was asked for to its place, into the package that was asked
// for, and removes those of all other kinds.

File project = new File(request.outputDirectory, request.artifactId)
File kinds = new File(project, 'kinds')
String kind = request.properties.getProperty('kind')
File example = new File(kinds, kind)
if (!example.directory) {
  String allowed = kinds.list().sort().join(', ')
  project.deleteDir()
  throw new IllegalArgumentException("there is no kind '${kind}'; allowed: ${allowed}")
}

example.eachFileRecurse(FileType.FILES) { file ->
  String path = example.toURI().relativize(file.toURI()).path
  String text = file.getText('UTF-8')
  def declaration = text =~ /(?m)^package ([\w.]+);/
  if (path.endsWith('.java') && declaration.find()) {
    String own = declaration.group(1)
    text = text.replaceAll("\\b${own.replace('.', '\\.')}\\b", request.getPackage())
    path = path.replace(own.replace('.', '/'), request.getPackage().replace('.', '/'))
  }
  File target = new File(project, path)
  if (path == 'README.md') {
    // the example's own words first, then what holds for every plug-in
    text = "${text.trim()}\n\n${target.getText('UTF-8').trim()}\n"
  }
  target.parentFile.mkdirs()
  target.setText(text, 'UTF-8')
}
kinds.deleteDir()
