package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Type;
import java.util.List;

/**
 * What all methods of a program share.
 *
 * @param large whether there may be much of everything; the time a program takes is mostly its size
 * @param rows the length of most matrices
 * @param length the length of most arrays and rows
 * @param floats whether there are floats
 * @param components of the record that is returned; empty if none is
 * @param classes what there is so far
 */
record Plan(
    Dice dice,
    boolean large,
    int rows,
    int length,
    boolean floats,
    List<Type> components,
    List<ClassDecl> classes) {
  /** How long a method is that has so many statements at most if the program is large. */
  int statements(int least, int most) {
    return dice.between(least, large ? most : Math.max(least, most / 3));
  }

  ClassDecl named(String name) {
    return classes.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether objects of a class are objects of another, too. */
  boolean isSub(ClassDecl c, String wanted) {
    return c.name().equals(wanted) || !c.parent().isEmpty() && isSub(named(c.parent()), wanted);
  }

  /** Whether objects of a type hold, directly or not, some of a class or one it extends. */
  boolean reaches(Type type, String wanted) {
    for (ClassDecl c : concrete(type)) {
      for (ClassDecl d = c; ; d = named(d.parent())) {
        if (!wanted.isEmpty() && isSub(named(wanted), d.name())) {
          return true;
        }
        for (ClassDecl.Field f : d.fields()) {
          if (f.type().kind() == Kind.OBJECT && reaches(f.type(), wanted)) {
            return true;
          }
        }
        if (d.parent().isEmpty()) {
          break;
        }
      }
    }
    return false;
  }

  /** The classes objects of a type can be made of. */
  List<ClassDecl> concrete(Type type) {
    return classes.stream()
        .filter(c -> c.form() != ClassDecl.Form.INTERFACE && isSub(c, type.name()))
        .toList();
  }
}
