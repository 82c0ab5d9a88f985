package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Derivatives take it for constant.
 *
 * <ul>
 *   <li>A parameter of a {@link Differentiable} method: it is not differentiated, as if {@code wrt}
 *       named all others.
 *   <li>A parameter of a method or lambda expression that is called, a number: no derivative goes
 *       into it, as if the argument were {@link Gradients#stop}.
 *   <li>A method that returns a number: no derivative leads through its result.
 *   <li>A field that is a number: no derivative leads through it where it is read.
 * </ul>
 *
 * <p>Arrays that are called so, other than parameters of the annotated method itself, are refused:
 * {@link Gradients#stop} makes a copy of one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
public @interface Constant {}
