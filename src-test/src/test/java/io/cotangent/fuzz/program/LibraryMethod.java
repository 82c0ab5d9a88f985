package io.cotangent.fuzz.program;

/** Methods of the JDK on arrays of doubles. */
public enum LibraryMethod {
  CLONE("%s.clone()"),
  COPY_OF("java.util.Arrays.copyOf(%s, %s)"),
  FILL("java.util.Arrays.fill(%s, %s)"),
  ARRAY_COPY("System.arraycopy(%s, %s, %s, %s, %s)"),
  /** A fold of what a function makes of the elements. */
  MAP_REDUCE("java.util.Arrays.stream(%s).map(%s).reduce(%s, (before, next) -> before + next)"),
  /** A fold of what a function makes of the elements that are large. */
  FILTER_REDUCE(
      "java.util.Arrays.stream(%s).filter(it -> it > %s).map(%s)"
          + ".reduce(1.0, (before, next) -> 0.5 * before + next)"),
  /** What a function makes of the elements. */
  MAP_ARRAY("java.util.Arrays.stream(%s).map(%s).toArray()");

  private final String form;

  LibraryMethod(String form) {
    this.form = form;
  }

  /** How Java writes a call. */
  String text(Object... args) {
    return String.format(form, args);
  }
}
