package io.cotangent.processor.emit;

/** Names of functions as Java methods. */
final class Identifiers {
  private Identifiers() {}

  /** The name with everything replaced that no identifier can hold. */
  static String method(String name) {
    StringBuilder java = new StringBuilder();
    for (char c : name.toCharArray()) {
      java.append(Character.isJavaIdentifierPart(c) ? c : '_');
    }
    return Character.isJavaIdentifierStart(java.charAt(0)) ? java.toString() : "_" + java;
  }
}
