package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Optimisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the power that the partial of a power needs from that power: {@code pow(x, y - 1)} is
 * {@code pow(x, y)} over {@code x}, but for numbers at the ends of the range, which the runtime
 * looks after.
 */
final class SharedPowers {
  /** Exponents whose lesser power costs no more than a division. */
  private static final Set<Double> EASY = Set.of(0.0, 1.0, 1.5, 2.0, 3.0);

  private SharedPowers() {}

  /**
   * The operations over the known power.
   *
   * @param op what is reversed
   * @param step what reverses it
   */
  static List<Op> share(Frame frame, Op op, List<Op> step) {
    boolean isPower =
        op instanceof Op.Apply apply
            && apply.operator() == Operator.POW
            && !apply.strict()
            && apply.value().type() == Primitive.DOUBLE
            && !isEasy(frame, apply.args().get(1));
    if (!isPower || !frame.settings().uses(Optimisation.SHARE_POWERS)) {
      return step;
    }
    List<Op> shared = new ArrayList<>(step);
    shared.replaceAll(inner -> over((Op.Apply) op, inner));
    return shared;
  }

  private static boolean isEasy(Frame frame, Value exponent) {
    return frame.repetitions().constant(exponent) instanceof Double y && EASY.contains(y);
  }

  private static Op over(Op.Apply known, Op op) {
    boolean isLesser =
        op instanceof Op.Apply apply
            && apply.operator() == Operator.POW
            && apply.args().get(0) == known.args().get(0);
    return isLesser
        ? RuntimeCalls.lesserPower(op.result(), op.operands(), known.value(), op.origin())
        : op;
  }
}
