package io.cotangent.processor.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The names in use in one method. */
final class NameTable {
  private final Set<String> used = new HashSet<>();

  /** For each hint the number up to which all are in use. */
  private final Map<String, Integer> taken = new HashMap<>();

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
    if (used.add(base)) {
      return base;
    }
    int next = taken.getOrDefault(hint, hint.isEmpty() ? 0 : 1);
    while (!used.add(base + next)) {
      next++;
    }
    taken.put(hint, next + 1);
    return base + next;
  }
}
