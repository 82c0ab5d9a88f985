package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose iterations need nothing of each other but sums: the reverse loop runs the body again
 * and reverses it at once. Nothing is stored, whatever the trip count.
 *
 * <p>That is right if what the reverse sweep needs of the body can be computed from values that do
 * not change in the loop, from elements nothing overwrites afterwards, and from arrays that belong
 * to the iteration.
 */
final class IndependentIterations {
  private final Frame frame;
  private final Op.For loop;

  IndependentIterations(Frame frame, Op.For loop) {
    this.frame = frame;
    this.loop = loop;
  }

  /**
   * The reverse iteration with the body in front of it.
   *
   * @param forward the body as the forward sweep would run it, with pushes of inner loops
   * @param iteration the reverse iteration, which uses values of the body freely
   * @param index the index of the reverse loop
   * @return fails if the iterations are not independent
   */
  Attempt<Region> fuse(List<Op> forward, Region iteration, Value index) {
    Optional<Value> array =
        loop.carried().stream().filter(frame.shadowing()::isShadowed).findFirst();
    if (array.isPresent()) {
      return Attempt.failed("they hand on the array " + frame.log().name(array.get()));
    }
    List<Op> slice = new ArrayList<>();
    Set<Value> needed = new HashSet<>(FreeValues.of(iteration));
    for (int i = forward.size() - 1; i >= 0; i--) {
      Op op = forward.get(i);
      if (isForeignStore(op)) {
        continue;
      }
      if (hasEffect(op) || op.results().stream().anyMatch(needed::contains)) {
        Optional<String> obstacle = obstacle(op);
        if (obstacle.isPresent()) {
          return Attempt.failed(obstacle.get());
        }
        needed.addAll(FreeValues.of(List.of(op)));
        slice.add(op);
      }
    }
    Optional<Value> carried = loop.carried().stream().filter(needed::contains).findFirst();
    if (carried.isPresent()) {
      return Attempt.failed("the iteration before makes " + frame.log().name(carried.get()));
    }
    Collections.reverse(slice);
    tell(slice, iteration);
    return Attempt.done(joined(slice, iteration, index));
  }

  private void tell(List<Op> slice, Region iteration) {
    Set<Value> needed = FreeValues.of(iteration);
    for (int i = slice.size() - 1; i >= 0; i--) {
      for (Value result : slice.get(i).results()) {
        if (needed.contains(result)) {
          frame.log().held(result, StoragePlan.Way.AGAIN, "the body runs again");
        }
      }
    }
  }

  private Region joined(List<Op> slice, Region iteration, Value index) {
    Map<Value, Value> names = new HashMap<>();
    names.put(loop.index(), index);
    names.put(frame.tape(), frame.scratch());
    List<Op> ops = new ArrayList<>(Substitution.clone(slice, names));
    frame.shadowing().follow(names);
    Region renamed = new Substitution(names).apply(iteration);
    ops.addAll(renamed.ops());
    return Guards.drop(new Region(iteration.params(), ops, renamed.yields()));
  }

  /** A number written to an array that lives longer: the forward sweep has done that. */
  private boolean isForeignStore(Op op) {
    return op instanceof Op.Store store
        && !store.stored().type().isReference()
        && !isPrivate(store.array());
  }

  private boolean hasEffect(Op op) {
    return op instanceof Op.Store
        || op instanceof Op.Push
        || op instanceof Op.Call
        || op instanceof Op.Opaque opaque && opaque.nature() != Op.Opaque.Nature.PURE
        || op.regions().stream().anyMatch(r -> r.ops().stream().anyMatch(this::hasEffect));
  }

  /** Why the operation, with everything in it, does not do the same when it is run again. */
  private Optional<String> obstacle(Op op) {
    if (op instanceof Op.Call call) {
      return Optional.of("they call " + call.callee());
    }
    if (op instanceof Op.Opaque opaque && opaque.nature() != Op.Opaque.Nature.PURE) {
      return Optional.of("they call code that may do more than compute");
    }
    if (op instanceof Op.CopyArray copy && !isStable(copy)) {
      return Optional.of("they copy " + frame.log().name(copy.array()) + ", which is overwritten");
    }
    if (op instanceof Op.Load load) {
      return obstacle(load);
    }
    if (op instanceof Op.Store store && !isPrivate(store.array()) && !isShadow(store.array())) {
      return Optional.of("they put arrays into " + frame.log().name(store.array()));
    }
    return op.regions().stream()
        .flatMap(r -> r.ops().stream())
        .map(this::obstacle)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> obstacle(Op.Load load) {
    Optional<Op.Load> primal =
        frame.shadowing().isOwn(load.value())
            ? frame.shadowing().rowLoad(load.value())
            : Optional.of(load);
    String what = "they read " + frame.log().name(load.value()) + ": ";
    if (primal.isEmpty()) {
      return Optional.of(what + "its array is not known any more");
    }
    return isPrivate(primal.get().array())
        ? Optional.empty()
        : frame.stability().obstacle(primal.get()).map(why -> what + why);
  }

  private boolean isStable(Op.CopyArray copy) {
    if (isPrivate(copy.array())) {
      return true;
    }
    // The shadows of rows stay where the rows stay.
    Op.CopyArray ofPrimal =
        frame
            .shadowing()
            .primalOf(copy.array())
            .map(array -> new Op.CopyArray(copy.value(), array, copy.kind(), copy.origin()))
            .orElse(copy);
    return frame.stability().isStable(ofPrimal);
  }

  /** Shadows get numbers only from a loop in the body that reverses its iterations itself. */
  private boolean isShadow(Value array) {
    return frame.shadowing().primalOf(array).isPresent();
  }

  /** Whether an array, or the array whose shadow it is, belongs to the iteration. */
  private boolean isPrivate(Value array) {
    Value primal = frame.shadowing().primalOf(array).orElse(array);
    return frame.stability().isPrivate(primal, loop.body());
  }
}
