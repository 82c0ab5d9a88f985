package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method the derivative of another one: of a third party's, whose source Cotangent does not
 * see, or of one of your own that you know better.
 *
 * <pre>{@code
 * @DerivativeOf(type = Gamma.class, method = "logGamma")
 * static double logGammaDerivative(double x) {
 *   return Gamma.digamma(x);
 * }
 * }</pre>
 *
 * <p>The rule is a static method with the parameters of the method it is for; that says which
 * overload is meant. For an instance method the receiver is the first parameter. It returns
 *
 * <ul>
 *   <li>the derivative, a {@code double}, if one of the parameters is a {@code double} or {@code
 *       float};
 *   <li>the partial derivatives, a {@code double[]}, one element for each such parameter, if there
 *       are several.
 * </ul>
 *
 * <p>A rule has no effects: it may be called more or less often than the method. Where the source
 * of the rule is part of the compilation it is differentiated in turn for higher orders; otherwise
 * it has a rule of its own, or there are none.
 *
 * <p>Rules of the compilation are found by themselves. Rules from elsewhere are named by {@link
 * UseRules}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {
  /** The class that declares the method. */
  Class<?> type();

  /** The method's name. */
  String method();
}
