package io.cotangent.fuzz.program;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Chooses which parts of a program are written with sugar. The choice depends on the text of the
 * part and the program's name only, so that it stays while the rest of the program is shrunk.
 *
 * @param seed usually the name of the program's class
 * @param sugars what may be used; {@code -Dcotangent.fuzz.sugar=switch,lambda} limits it
 */
record Dialect(String seed, Set<Sugar> sugars) {
  private static final Set<Sugar> USED = EnumSet.allOf(Sugar.class);

  static Dialect of(String seed) {
    String wish = System.getProperty("cotangent.fuzz.sugar");
    if (wish == null) {
      return new Dialect(seed, USED);
    }
    Set<Sugar> sugars = EnumSet.noneOf(Sugar.class);
    for (String name : wish.toUpperCase(Locale.ROOT).split(",")) {
      if (!name.isEmpty()) {
        sugars.add(Sugar.valueOf(name));
      }
    }
    return new Dialect(seed, sugars);
  }

  /** Whether a part is written with a sugar, which is so for a share of them. */
  boolean picks(Sugar sugar, String text, int percent) {
    return sugars.contains(sugar) && number(sugar + text) % 100 < percent;
  }

  /** One of several ways to write a part. */
  int way(String text, int ways) {
    return number("way" + text) % ways;
  }

  private int number(String text) {
    long mixed = (text + seed).hashCode() * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 33);
  }
}
