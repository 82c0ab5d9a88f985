package io.cotangent.processor.model;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is generated for one request, ready to be written as Java.
 *
 * <p>A record stands for its leaves: its components, those of nested records in their place. The
 * functions of the unit with fixed names take and give:
 *
 * <ul>
 *   <li>{@link #VJP}: tape, primal leaves, one seed for each differentiable leaf of the result, one
 *       buffer for each leaf of a differentiated parameter (an array of length 1 for a scalar) to
 *       the leaves of the result.
 *   <li>{@link #JVP}: tape if it needs one, primal leaves, one tangent for each leaf of a
 *       differentiated parameter to the leaves of the result, then the tangents of its
 *       differentiable leaves.
 *   <li>{@link #STRIP}, if the result is not a number: tape if it needs one, primal leaves,
 *       direction by direction tangents as for {@link #JVP} (none where the directions are those of
 *       all parameters) to the tangents of the result's differentiable leaves, direction by
 *       direction.
 *   <li>{@link #FORWARD}: tape, primal leaves, one buffer for each array leaf of a differentiated
 *       parameter to the leaves of the result.
 *   <li>{@link #REVERSE}: tape, one seed for each differentiable leaf of the result, buffers as for
 *       {@link #VJP} to nothing.
 *   <li>{@link #HVP}, if second derivatives were asked for: tape, primal leaves, one tangent for
 *       each differentiable leaf of a differentiated parameter, buffers as for {@link #VJP} to the
 *       value and its tangent. Adds the Hessian times the tangents into the buffers.
 *   <li>{@link #DERIVATIVES}, if higher derivatives with respect to one number were asked for:
 *       primal leaves to an array of the value and its derivatives.
 * </ul>
 *
 * All other functions of the unit are called by these. A function with more than one result that is
 * not one of these has the tape as its first parameter; it returns its first result and leaves the
 * others on the tape's scratch tape, from where the caller takes them at once.
 *
 * @param depths where the primal writes to array leaves, by their paths: 0 for the array itself, 1
 *     for its rows
 * @param returned the paths of the array leaves that may be part of the result
 * @param comparesArrays whether the primal asks if two arrays are one, or two objects
 * @param strip what is known of {@link #STRIP}; empty if there is none
 * @param storage what was decided for each function with a reverse sweep
 * @param apart what must not be one object
 * @param primal the method itself, as it was differentiated
 */
public record Derived(
    Signature signature,
    Map<String, Set<Integer>> depths,
    Set<String> returned,
    boolean comparesArrays,
    Optional<Strip> strip,
    List<StoragePlan> storage,
    List<Apart> apart,
    Function primal,
    Unit unit) {
  public static final String VJP = "vjp";
  public static final String JVP = "jvp";
  public static final String STRIP = "strip";
  public static final String FORWARD = "forward";
  public static final String REVERSE = "reverse";
  public static final String HVP = "addHvp";
  public static final String DERIVATIVES = "derivatives";

  public Derived {
    depths = Map.copyOf(depths);
    returned = Set.copyOf(returned);
    storage = List.copyOf(storage);
    apart = List.copyOf(apart);
  }

  /** Whether the primal writes to the leaf, or one of its rows at any depth. */
  public boolean isWritten(Leaf leaf) {
    return depths.containsKey(leaf.path());
  }

  /** Whether it changes what generated code has to put back where the leaf came from. */
  public boolean isChanged(Leaf leaf) {
    return depths.getOrDefault(leaf.path(), Set.of()).stream()
        .anyMatch(depth -> depth < leaf.returned().size());
  }

  /** Whether it changes what generated code cannot put back. */
  public boolean isStuck(Leaf leaf) {
    return depths.getOrDefault(leaf.path(), Set.of()).stream()
        .anyMatch(depth -> depth < leaf.returned().size() && !leaf.returned().get(depth));
  }

  /** The same, with loops that were written out before anything was decided in front. */
  public Derived withUnrolled(List<StoragePlan.Reversed> loops) {
    List<StoragePlan> all = new ArrayList<>(storage);
    if (!loops.isEmpty()) {
      all.add(0, new StoragePlan(StoragePlan.EVERYWHERE, List.copyOf(loops)));
    }
    return new Derived(
        signature, depths, returned, comparesArrays, strip, all, apart, primal, unit);
  }

  /** Whether {@link #STRIP} finds a whole Jacobian. */
  public boolean hasStripAtOnce() {
    return strip.filter(Strip::isAll).isPresent();
  }

  /** One of the functions with fixed names. */
  public Function function(String name) {
    return unit.function(name);
  }
}
