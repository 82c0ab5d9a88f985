package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the adjoint of a local variable of a {@link Differentiable} method: the derivative of
 * the result with respect to the value the variable has when it goes out of scope. It follows the
 * parameters as a further component of the gradient.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Watch {}
