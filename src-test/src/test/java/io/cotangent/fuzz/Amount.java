package io.cotangent.fuzz;

/** How much is tried: all on the JDK the project is built for, less on later ones. */
public final class Amount {
  private static final int OLDEST_JDK = 17;
  private static final int SHARE = 10;

  private Amount() {}

  /** Whether everything is tried. Elsewhere the processor does the same with the same programs. */
  public static boolean isAll() {
    return Runtime.version().feature() == OLDEST_JDK;
  }

  /** How many random programs are tried out of so many. */
  static int of(int all) {
    return isAll() ? all : all / SHARE;
  }
}
