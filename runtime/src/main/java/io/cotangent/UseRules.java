package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes, from other jars for instance, whose {@link DerivativeOf} methods hold for the
 * calls in this class or package. Rules of the compilation itself come first, then those of the
 * innermost annotation, in its order.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface UseRules {
  /** The classes. */
  Class<?>[] value();
}
