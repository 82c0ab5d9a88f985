package io.cotangent.fuzz.program;

/** What a switch switches over: a small int, or a string or constant made of it. */
public enum Selector {
  INT,
  STRING,
  ENUM;

  /** The expression that is switched over. */
  String of(String index) {
    return switch (this) {
      case INT -> index;
      case STRING -> "word(" + index + ")";
      case ENUM -> "direction(" + index + ")";
    };
  }

  /** The index that has the label of another: those of strings and constants end somewhere. */
  public int clip(int index) {
    return this == INT || index >= 0 && index < size() ? index : size() - 1;
  }

  /** The label of an index. */
  String label(int index) {
    return switch (this) {
      case INT -> String.valueOf(index);
      case STRING ->
          "\"" + Direction.values()[index].name().toLowerCase(java.util.Locale.ROOT) + "\"";
      case ENUM -> Direction.values()[index].name();
    };
  }

  /** How many indices have a label of their own. */
  public static int size() {
    return Direction.values().length;
  }

  private enum Direction {
    NORTH,
    EAST,
    SOUTH,
    WEST
  }
}
