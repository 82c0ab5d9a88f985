package io.cotangent.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a generated class what compilations that see only its class file must know to
 * differentiate calls of the annotated method. Parameters are counted from zero, the receiver of an
 * instance method first.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Derivatives {
  /** What the parameters are called. */
  String[] names();

  /** The parameters that are differentiated. */
  int[] of();

  /** The parameters the method writes to. */
  int[] written() default {};

  /** The parameters whose arrays may be part of the result. */
  int[] returned() default {};

  /** The highest derivative of the method, if it is of one number; at most two if it is zero. */
  int order() default 0;
}
