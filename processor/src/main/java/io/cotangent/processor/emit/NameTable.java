package io.cotangent.processor.emit;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The names in use in one method. */
final class NameTable {
  private final Set<String> used = new HashSet<>();

  /** A name as it is, which must be free. */
  String claim(String name) {
    used.add(name);
    return name;
  }

  /** A free name like the hint. */
  String fresh(String hint) {
    String base = hint.isEmpty() ? "t" : hint;
    if (Character.isUpperCase(base.charAt(0)) || !SourceVersion.isName(base)) {
      base = base + "_"; // could hide a class
    }
    String name = base;
    for (int i = hint.isEmpty() ? 0 : 1; !used.add(name); i++) {
      name = base + i;
    }
    return name;
  }
}
