package io.cotangent.processor.source;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A place exceptions go to.
 *
 * @param flag whether one is on its way there
 * @param exception which one
 * @param caught the exceptions of the virtual machine that go there
 * @param site where it is written
 */
record Handler(Variable flag, Variable exception, Set<Implicit> caught, Site site) {
  /** What every exception is. */
  static final RefType THROWABLE = new RefType("java.lang.Throwable");

  static Handler of(Set<Implicit> caught, Site site) {
    return new Handler(
        new Variable("thrown", Primitive.BOOLEAN),
        new Variable("exception", THROWABLE),
        caught,
        site);
  }

  /** A place all exceptions go to. */
  static Handler ofAll(Site site) {
    return of(EnumSet.allOf(Implicit.class), site);
  }

  List<Variable> variables() {
    return List.of(flag, exception);
  }
}
