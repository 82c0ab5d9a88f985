package io.cotangent.processor.rule;

import static io.cotangent.processor.ir.Operator.*;

import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.rule.Partial.Chosen;
import io.cotangent.processor.rule.Partial.Computed;
import io.cotangent.processor.rule.Partial.Formula;
import io.cotangent.processor.rule.Partial.MinusOne;
import io.cotangent.processor.rule.Partial.One;
import io.cotangent.processor.rule.Partial.Zero;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The derivatives of the primitives: one row for each, with a partial for each operand. Forward
 * mode multiplies a partial by the operand's tangent, reverse mode by the result's adjoint.
 *
 * <p>In a row {@code x}, {@code y} are the operands and {@code z} is the result. A partial is
 * singular if it can be infinite or not a number at finite operands. Formulas are differentiated
 * again for higher orders, so they avoid arms that are not chosen but not finite.
 */
public final class DerivativeTable {
  /** Operators on reals whose derivative depends on the types: the caller's business. */
  private static final Set<Operator> BY_TYPE = EnumSet.of(CAST, RULED);

  /** Operators that have no real operand or no real result by their nature. */
  private static final Set<Operator> NONE =
      EnumSet.of(BIT_AND, BIT_OR, BIT_XOR, BIT_NOT, SHL, SHR, USHR, EQ, NE, LT, LE, GT, GE, NOT);

  private static final Map<Operator, List<Partial>> ROWS = new EnumMap<>(Operator.class);

  static {
    arithmetic();
    trigonometric();
    exponential();
    powers();
    kinks();
    steps();
    remainders();
    floatingPoint();
  }

  private DerivativeTable() {}

  /**
   * One partial for each operand; empty for {@link Operator#CAST}, whose derivative is a cast, and
   * for operators that do not map reals to reals.
   */
  public static List<Partial> partials(Operator operator) {
    List<Partial> row = ROWS.get(operator);
    if (row != null) {
      return row;
    }
    if (NONE.contains(operator) || BY_TYPE.contains(operator)) {
      return List.of();
    }
    throw new IllegalStateException("no derivative row for " + operator);
  }

  private static void arithmetic() {
    row(ADD, new One(), new One());
    row(WATCH, new One(), new One(), new Zero());
    row(SUB, new One(), new MinusOne());
    row(NEG, new MinusOne());
    row(MUL, smooth((x, y, z) -> y), smooth((x, y, z) -> x));
    // Both with 1 / y, so that they share one division, and none where z is 1 / y.
    row(
        DIV,
        singular((x, y, z) -> y.under(1)),
        singular((x, y, z) -> z.times(y.under(1)).negated()));
    row(FMA, smooth((x, y, z) -> y), smooth((x, y, z) -> x), new One());
    row(SELECT, new Zero(), chosen((c, x, z) -> c), unless((c, x, z) -> c));
    row(TO_RADIANS, smooth((x, z) -> z.real(Math.PI / 180)));
    row(TO_DEGREES, smooth((x, z) -> z.real(180 / Math.PI)));
  }

  private static void trigonometric() {
    row(SIN, smooth((x, z) -> x.apply(COS)));
    row(COS, smooth((x, z) -> x.apply(SIN).negated()));
    row(TAN, smooth((x, z) -> z.squared().plus(1)));
    // (1 - x) (1 + x) and not 1 - x x, which cancels near the ends.
    row(ASIN, singular((x, z) -> x.from(1).times(x.plus(1)).apply(SQRT).under(1)));
    row(ACOS, singular((x, z) -> x.from(1).times(x.plus(1)).apply(SQRT).under(-1)));
    row(ATAN, smooth((x, z) -> x.squared().plus(1).under(1)));
    // y / (x x + y y) with hypot, so that squares neither overflow nor vanish.
    row(
        ATAN2,
        singular((x, y, z) -> overSquare(y, x.apply(HYPOT, y))),
        singular((x, y, z) -> overSquare(x, x.apply(HYPOT, y)).negated()));
  }

  private static Term overSquare(Term numerator, Term root) {
    return numerator.over(root).over(root);
  }

  private static void exponential() {
    // Where exp overflows an adjoint of zero stays zero: 1 / (1 + exp(800)) is flat.
    row(EXP, singular((x, z) -> z));
    row(EXPM1, singular((x, z) -> z.plus(1)));
    row(SINH, singular((x, z) -> x.apply(COSH)));
    row(COSH, singular((x, z) -> x.apply(SINH)));
    row(TANH, smooth((x, z) -> z.squared().from(1)));
    row(LOG, singular((x, z) -> x.under(1)));
    row(LOG10, singular((x, z) -> x.under(1 / Math.log(10))));
    row(LOG1P, singular((x, z) -> x.plus(1).under(1)));
  }

  private static void powers() {
    row(SQRT, singular((x, z) -> z.under(0.5)));
    row(CBRT, singular((x, z) -> z.squared().under(1.0 / 3)));
    row(POW, singular((x, y, z) -> powBase(x, y)), singular((x, y, z) -> powExponent(x, z)));
    row(HYPOT, singular((x, y, z) -> x.over(z)), singular((x, y, z) -> y.over(z)));
  }

  /** {@code y pow(x, y - 1)}; at pow(0, 0), where that is 0 times infinity, 0. */
  private static Term powBase(Term x, Term y) {
    Term corner = x.is(0).apply(BIT_AND, y.is(0));
    return y.times(x.apply(POW, corner.choose(y, y.minus(1))));
  }

  /** {@code z log(x)}; at a base of 0, where z does not change for exponents above 0, 0. */
  private static Term powExponent(Term x, Term z) {
    return z.times(x.is(0).choose(x.real(1), x).apply(LOG));
  }

  /** Functions with a kink: the comment says which derivative is taken there. */
  private static void kinks() {
    // At 0: 0, the middle of the subgradients.
    row(ABS, smooth((x, z) -> x.apply(SIGNUM)));
    // At a tie: the first argument, as x >= y ? x : y would.
    row(MAX, chosen((x, y, z) -> x.apply(GE, y)), unless((x, y, z) -> x.apply(GE, y)));
    row(MIN, chosen((x, y, z) -> x.apply(LE, y)), unless((x, y, z) -> x.apply(LE, y)));
    // At a bound: the value, the first argument again.
    row(
        CLAMP,
        unless((x, min, max, z) -> x.apply(LT, min).apply(BIT_OR, x.apply(GT, max))),
        chosen((x, min, z) -> x.apply(LT, min)),
        chosen((x, min, max, z) -> x.apply(GT, max)));
    // |x| with the other sign: at 0 as abs.
    row(COPY_SIGN, smooth((x, y, z) -> x.apply(SIGNUM).times(z.apply(SIGNUM))), new Zero());
  }

  /** Functions that are constant between jumps. */
  private static void steps() {
    row(SIGNUM, new Zero());
    row(FLOOR, new Zero());
    row(CEIL, new Zero());
    row(RINT, new Zero());
    row(ROUND, new Zero());
    row(ULP, new Zero());
    row(GET_EXPONENT, new Zero());
  }

  private static void remainders() {
    row(REM, new One(), singular((x, y, z) -> minusQuotient(x, y, z)));
    row(IEEE_REMAINDER, new One(), singular((x, y, z) -> minusQuotient(x, y, z)));
  }

  /**
   * {@code -n} of {@code z = x - n y}. The quotient x / y may be rounded up to the next whole
   * number (1.0 / 0.1 is 10, but 1.0 % 0.1 took 9 times 0.1 away), whereas (z - x) / y differs from
   * -n by rounding only, which rint takes away.
   */
  private static Term minusQuotient(Term x, Term y, Term z) {
    Term taken = z.cast(Primitive.DOUBLE).minus(x.cast(Primitive.DOUBLE));
    return taken.over(y.cast(Primitive.DOUBLE)).apply(RINT).cast(z.type());
  }

  private static void floatingPoint() {
    row(NEXT_UP, new One());
    row(NEXT_DOWN, new One());
    row(NEXT_AFTER, new One(), new Zero());
    row(SCALB, singular((x, n, z) -> z.real(1).apply(SCALB, n)), new Zero());
  }

  private static void row(Operator operator, Partial... partials) {
    if (ROWS.put(operator, List.of(partials)) != null) {
      throw new IllegalStateException("two rows for " + operator);
    }
  }

  private static Partial smooth(Unary formula) {
    return formula.partial(false);
  }

  private static Partial smooth(Binary formula) {
    return formula.partial(false);
  }

  private static Partial singular(Unary formula) {
    return formula.partial(true);
  }

  private static Partial singular(Binary formula) {
    return formula.partial(true);
  }

  private static Partial chosen(Binary condition) {
    return new Chosen(condition.formula(), true);
  }

  private static Partial chosen(Ternary condition) {
    return new Chosen(condition.formula(), true);
  }

  private static Partial unless(Binary condition) {
    return new Chosen(condition.formula(), false);
  }

  private static Partial unless(Ternary condition) {
    return new Chosen(condition.formula(), false);
  }

  /** A formula over one operand and the result. */
  private interface Unary {
    Term at(Term x, Term z);

    default Partial partial(boolean singular) {
      return new Computed(
          (builder, args, result) ->
              at(new Term(builder, args.get(0)), new Term(builder, result)).value(),
          singular);
    }
  }

  /** A formula over the first two operands and the result. */
  private interface Binary {
    Term at(Term x, Term y, Term z);

    default Partial partial(boolean singular) {
      return new Computed(formula(), singular);
    }

    default Formula formula() {
      return (builder, args, result) ->
          at(
                  new Term(builder, args.get(0)),
                  new Term(builder, args.get(1)),
                  new Term(builder, result))
              .value();
    }
  }

  /** A formula over three operands and the result. */
  private interface Ternary {
    Term at(Term x, Term y, Term w, Term z);

    default Formula formula() {
      return (builder, args, result) ->
          at(
                  new Term(builder, args.get(0)),
                  new Term(builder, args.get(1)),
                  new Term(builder, args.get(2)),
                  new Term(builder, result))
              .value();
    }
  }
}
