package io.cotangent.processor.source;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/**
 * A source file listed for one of the classes in it. It carries the class's name itself: compilers
 * wrap and unwrap file objects, so that a file cannot be recognised when it comes back, and two
 * classes may stand in one file.
 */
final class ListedFile extends ForwardingJavaFileObject<JavaFileObject> implements NamedFile {
  private final String binaryName;

  ListedFile(JavaFileObject file, String binaryName) {
    super(file);
    this.binaryName = binaryName;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }
}
