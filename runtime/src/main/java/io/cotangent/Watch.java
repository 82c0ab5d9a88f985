package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative with respect to an intermediate: a local variable of a method annotated
 * with {@link Differentiable}, of type {@code double} or {@code float}, or of arrays of them.
 *
 * <p>{@code Gradient} gets a component named after the variable, behind those of the parameters:
 * the derivative with respect to the value the variable has in the end, with everything computed
 * before held fixed. It is zero if the variable never got a value. {@code Pullback} gets an {@code
 * apply} with a seed for each watched variable as well, so that the derivative of an intermediate
 * is one call.
 *
 * <p>Of an array it is the derivative with respect to the elements the array has in the end, each
 * from where it was written last, or from where the array was assigned to the variable if that was
 * later, under whatever name it is read from there on. It is null if the variable holds null in the
 * end, as seeds may be.
 *
 * <p>The variable may be assigned any number of times, in branches and loops. It must not be
 * declared in a loop, where there would be one for each iteration: declare it in front of the loop,
 * or sum up in front of the loop what is to be watched.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Watch {}
