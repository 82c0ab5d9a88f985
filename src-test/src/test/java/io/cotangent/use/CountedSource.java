package io.cotangent.use;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory that knows how often it has been read. */
final class CountedSource extends SimpleJavaFileObject {
  private final String text;
  private int reads;

  CountedSource(String name, String text) {
    super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
    this.text = text;
  }

  int reads() {
    return reads;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    reads++;
    return text;
  }
}
