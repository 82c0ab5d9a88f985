package io.cotangent.fuzz;

/** How many random programs are tried. */
final class Amount {
  private static final int OLDEST_JDK = 17;

  private Amount() {}

  /**
   * All of them on the JDK the project is built for; on later ones, where the processor does the
   * same, a fifth.
   */
  static int of(int all) {
    return Runtime.version().feature() == OLDEST_JDK ? all : all / 5;
  }
}
