package io.cotangent;

/**
 * Compares generated derivatives with differences of the method itself, in one line of a test:
 *
 * <pre>{@code
 * GradientCheck.of(Models::energy, ModelsAdjoint.Energy::gradient, x, 2.5).verify();
 * }</pre>
 *
 * <p>The generated derivative times a random direction (the same in each run) is compared with
 * central differences of two steps, which must agree with each other; where there are few numbers,
 * or something is wrong, each partial derivative alone. Arguments are copied, so the method may
 * write to them. Records are taken apart by reflection.
 */
public final class GradientCheck {
  private final Derivation derivation;
  private final Object[] arguments;
  private int[] positions;
  private double tolerance = Double.NaN;

  private GradientCheck(Derivation derivation, Object... arguments) {
    this.derivation = derivation;
    this.arguments = arguments;
    this.positions = Point.differentiable(arguments);
  }

  /**
   * Checks a gradient.
   *
   * @param primal the annotated method; a receiver is its first argument
   * @param gradient the generated {@code gradient}
   */
  public static <A> GradientCheck of(
      Method1<A, ? extends Number> primal, Method1<A, ? extends Record> gradient, A a) {
    return new GradientCheck(Derivation.gradient(spread(primal), spread(gradient)), a);
  }

  /** The same for two arguments. */
  public static <A, B> GradientCheck of(
      Method2<A, B, ? extends Number> primal, Method2<A, B, ? extends Record> gradient, A a, B b) {
    return new GradientCheck(Derivation.gradient(spread(primal), spread(gradient)), a, b);
  }

  /** The same for three arguments. */
  public static <A, B, C> GradientCheck of(
      Method3<A, B, C, ? extends Number> primal,
      Method3<A, B, C, ? extends Record> gradient,
      A a,
      B b,
      C c) {
    return new GradientCheck(Derivation.gradient(spread(primal), spread(gradient)), a, b, c);
  }

  /** The same for four arguments. */
  public static <A, B, C, D> GradientCheck of(
      Method4<A, B, C, D, ? extends Number> primal,
      Method4<A, B, C, D, ? extends Record> gradient,
      A a,
      B b,
      C c,
      D d) {
    return new GradientCheck(Derivation.gradient(spread(primal), spread(gradient)), a, b, c, d);
  }

  /** The same for five arguments. */
  public static <A, B, C, D, E> GradientCheck of(
      Method5<A, B, C, D, E, ? extends Number> primal,
      Method5<A, B, C, D, E, ? extends Record> gradient,
      A a,
      B b,
      C c,
      D d,
      E e) {
    return new GradientCheck(Derivation.gradient(spread(primal), spread(gradient)), a, b, c, d, e);
  }

  /** The same for six arguments. */
  public static <A, B, C, D, E, F> GradientCheck of(
      Method6<A, B, C, D, E, F, ? extends Number> primal,
      Method6<A, B, C, D, E, F, ? extends Record> gradient,
      A a,
      B b,
      C c,
      D d,
      E e,
      F f) {
    return new GradientCheck(
        Derivation.gradient(spread(primal), spread(gradient)), a, b, c, d, e, f);
  }

  /**
   * Checks a Jacobian.
   *
   * @param primal the annotated method, whose result is an array or a record
   * @param jacobian the generated {@code jacobian}
   */
  public static <A> GradientCheck ofJacobian(
      Method1<A, ?> primal, Method1<A, double[][]> jacobian, A a) {
    return new GradientCheck(Derivation.jacobian(spread(primal), spread(jacobian)), a);
  }

  /** The same for two arguments. */
  public static <A, B> GradientCheck ofJacobian(
      Method2<A, B, ?> primal, Method2<A, B, double[][]> jacobian, A a, B b) {
    return new GradientCheck(Derivation.jacobian(spread(primal), spread(jacobian)), a, b);
  }

  /** The same for three arguments. */
  public static <A, B, C> GradientCheck ofJacobian(
      Method3<A, B, C, ?> primal, Method3<A, B, C, double[][]> jacobian, A a, B b, C c) {
    return new GradientCheck(Derivation.jacobian(spread(primal), spread(jacobian)), a, b, c);
  }

  /** The same for four arguments. */
  public static <A, B, C, D> GradientCheck ofJacobian(
      Method4<A, B, C, D, ?> primal, Method4<A, B, C, D, double[][]> jacobian, A a, B b, C c, D d) {
    return new GradientCheck(Derivation.jacobian(spread(primal), spread(jacobian)), a, b, c, d);
  }

  /**
   * Checks a Hessian against differences of a gradient, and that it is symmetric.
   *
   * @param gradient a gradient that is right
   * @param hessian the matrix of second derivatives
   */
  public static <A> GradientCheck ofHessian(
      Method1<A, ? extends Record> gradient, Method1<A, double[][]> hessian, A a) {
    return new GradientCheck(Derivation.hessian(spread(gradient), spread(hessian)), a);
  }

  /** The same for two arguments. */
  public static <A, B> GradientCheck ofHessian(
      Method2<A, B, ? extends Record> gradient, Method2<A, B, double[][]> hessian, A a, B b) {
    return new GradientCheck(Derivation.hessian(spread(gradient), spread(hessian)), a, b);
  }

  /** The same for three arguments. */
  public static <A, B, C> GradientCheck ofHessian(
      Method3<A, B, C, ? extends Record> gradient,
      Method3<A, B, C, double[][]> hessian,
      A a,
      B b,
      C c) {
    return new GradientCheck(Derivation.hessian(spread(gradient), spread(hessian)), a, b, c);
  }

  /** The same for four arguments. */
  public static <A, B, C, D> GradientCheck ofHessian(
      Method4<A, B, C, D, ? extends Record> gradient,
      Method4<A, B, C, D, double[][]> hessian,
      A a,
      B b,
      C c,
      D d) {
    return new GradientCheck(Derivation.hessian(spread(gradient), spread(hessian)), a, b, c, d);
  }

  /**
   * Says which arguments are differentiated, counted from 0; all of differentiable type unless this
   * is called. Needed where {@code wrt} leaves one out.
   */
  public GradientCheck wrt(int... positions) {
    this.positions = positions.clone();
    return this;
  }

  /**
   * Sets the relative error that is allowed; 1e-6 unless this is called, 2e-3 where there are
   * floats.
   */
  public GradientCheck tolerance(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  /**
   * Compares.
   *
   * @throws AssertionError if the derivatives are wrong, with the worst of them in its message, or
   *     if differences cannot tell
   * @throws IllegalArgumentException if arguments and derivatives do not belong to each other
   */
  public void verify() {
    Claim claim = derivation.claim(new Point(arguments, positions));
    boolean isChosen = tolerance >= 0;
    new Verdict(claim, isChosen ? tolerance : claim.precision().tolerance())
        .require(derivation.name());
  }

  /** A method of one argument. */
  @FunctionalInterface
  public interface Method1<A, R> {
    /** Calls it. */
    R call(A a) throws Exception;
  }

  /** A method of two arguments. */
  @FunctionalInterface
  public interface Method2<A, B, R> {
    /** Calls it. */
    R call(A a, B b) throws Exception;
  }

  /** A method of three arguments. */
  @FunctionalInterface
  public interface Method3<A, B, C, R> {
    /** Calls it. */
    R call(A a, B b, C c) throws Exception;
  }

  /** A method of four arguments. */
  @FunctionalInterface
  public interface Method4<A, B, C, D, R> {
    /** Calls it. */
    R call(A a, B b, C c, D d) throws Exception;
  }

  /** A method of five arguments. */
  @FunctionalInterface
  public interface Method5<A, B, C, D, E, R> {
    /** Calls it. */
    R call(A a, B b, C c, D d, E e) throws Exception;
  }

  /** A method of six arguments. */
  @FunctionalInterface
  public interface Method6<A, B, C, D, E, F, R> {
    /** Calls it. */
    R call(A a, B b, C c, D d, E e, F f) throws Exception;
  }

  @SuppressWarnings("unchecked")
  private static <A> Claim.Call spread(Method1<A, ?> method) {
    return all -> method.call((A) all[0]);
  }

  @SuppressWarnings("unchecked")
  private static <A, B> Claim.Call spread(Method2<A, B, ?> method) {
    return all -> method.call((A) all[0], (B) all[1]);
  }

  @SuppressWarnings("unchecked")
  private static <A, B, C> Claim.Call spread(Method3<A, B, C, ?> method) {
    return all -> method.call((A) all[0], (B) all[1], (C) all[2]);
  }

  @SuppressWarnings("unchecked")
  private static <A, B, C, D> Claim.Call spread(Method4<A, B, C, D, ?> method) {
    return all -> method.call((A) all[0], (B) all[1], (C) all[2], (D) all[3]);
  }

  @SuppressWarnings("unchecked")
  private static <A, B, C, D, E> Claim.Call spread(Method5<A, B, C, D, E, ?> method) {
    return all -> method.call((A) all[0], (B) all[1], (C) all[2], (D) all[3], (E) all[4]);
  }

  @SuppressWarnings("unchecked")
  private static <A, B, C, D, E, F> Claim.Call spread(Method6<A, B, C, D, E, F, ?> method) {
    return all ->
        method.call((A) all[0], (B) all[1], (C) all[2], (D) all[3], (E) all[4], (F) all[5]);
  }
}
