package io.cotangent.fuzz.program;

/** Methods of the JDK on arrays and collections of doubles. */
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
  MAP_ARRAY("java.util.Arrays.stream(%s).map(%s).toArray()"),

  NEW_LIST("new java.util.ArrayList<>()"),
  ADD("%s.add(%s)"),
  /** Adds between others, where a whole number says. */
  INSERT("%1$s.add(Math.floorMod(%2$s, %1$s.size() + 1), %3$s)"),
  GET("(double) %1$s.get(Math.floorMod(%2$s, %1$s.size()))"),
  SET("%1$s.set(Math.floorMod(%2$s, %1$s.size()), %3$s).doubleValue()"),
  REMOVE("%1$s.remove(Math.floorMod(%2$s, %1$s.size())).doubleValue()"),
  REPLACE_ALL("%s.replaceAll(%s::applyAsDouble)"),
  FOLD("(double) %s.stream().reduce(%s, (before, next) -> 0.5 * before + next)"),
  SIZE("%s.size()"),

  NEW_DEQUE("new java.util.ArrayDeque<>()"),
  ADD_FIRST("%s.push(%s)"),
  ADD_LAST("%s.addLast(%s)"),
  POLL_FIRST("%s.pop().doubleValue()"),
  POLL_LAST("%s.removeLast().doubleValue()"),
  PEEK_LAST("(double) %s.getLast()"),

  NEW_MAP("new java.util.HashMap<>()"),
  PUT("%s.put(%s %% 3, %s)"),
  MERGE("%s.merge(%s %% 3, %s, Double::sum)"),
  GET_OR("(double) %s.getOrDefault(%s %% 3, %s)"),
  FOLD_VALUES("(double) %s.values().stream().reduce(%s, (before, next) -> 0.5 * before + next)");

  private final String form;

  LibraryMethod(String form) {
    this.form = form;
  }

  /** How Java writes a call. */
  String text(Object... args) {
    return String.format(form, args);
  }
}
