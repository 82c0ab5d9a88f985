package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reverses a long loop with little memory: instead of recording every iteration, a few states are
 * kept and the iterations between them are computed again when their turn comes, by the binomial
 * schedule of {@code revolve} (Griewank and Walther, ACM TOMS 26, 2000).
 *
 * <pre>{@code
 * for (@Checkpointed(snapshots = 30) int step = 0; step < steps; step++) {
 *   ...
 * }
 * }</pre>
 *
 * <p>The gradient has the same bits as without. {@code n} iterations need {@code snapshots} copies
 * of the loop's state, and each iteration is computed about {@code r} more times, where {@code r}
 * is the smallest number with {@code (snapshots + r)! / (snapshots! r!) >= n}.
 *
 * <p>The loop must count. Its state is the variables that change in it, numbers and records of
 * them, and the arrays it writes, which must have been made before it, or handed on from iteration
 * to iteration in one length and known to nobody else; its body must have no other effect, but may
 * throw. A pullback keeps the states, and a copy of those arrays; each {@code apply} runs the
 * iterations again.
 */
@Documented
@Target(ElementType.LOCAL_VARIABLE)
@Retention(RetentionPolicy.SOURCE)
public @interface Checkpointed {
  /** How many states are kept at a time. */
  int snapshots();
}
