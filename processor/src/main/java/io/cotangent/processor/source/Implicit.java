package io.cotangent.processor.source;

/** The exceptions the virtual machine throws by itself, as far as code can catch them. */
enum Implicit {
  ARITHMETIC("java.lang.ArithmeticException"),
  INDEX("java.lang.ArrayIndexOutOfBoundsException"),
  NULL("java.lang.NullPointerException"),
  NEGATIVE_SIZE("java.lang.NegativeArraySizeException");

  private final String className;

  Implicit(String className) {
    this.className = className;
  }

  String className() {
    return className;
  }
}
