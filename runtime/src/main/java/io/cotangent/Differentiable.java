package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method.
 *
 * <p>While the class is compiled, a class named after it, with {@code Adjoint} appended, is written
 * beside it. It holds one nested class for each annotated method, named as the method with its
 * first letter upper-cased, with the members {@code gradient}, {@code vjp}, {@code pullback},
 * {@code jvp} and, for results that are not scalar, {@code jacobian}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
  /**
   * The names of the parameters to differentiate with respect to; all of differentiable type if
   * empty. Naming another parameter is an error. The object an instance method is called on is
   * named {@code self}; a parameter that is called so itself, {@code self_}.
   */
  String[] wrt() default {};

  /** The highest order of derivatives to generate. */
  int order() default 1;

  /** The name of the generated nested class, where the method's name does not do. */
  String name() default "";
}
