package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes, from other jars for instance, whose {@link DerivativeOf} methods hold for the
 * calls in this class or package. Rules of the compilation itself come first, then those of the
 * innermost annotation. A class without rules, with a rule that fits no method, or with one for a
 * method for which another class of the same annotation has a rule, is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface UseRules {
  /** The classes. */
  Class<?>[] value();
}
