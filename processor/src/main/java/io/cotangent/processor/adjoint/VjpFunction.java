package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Both sweeps in one function, one after the other: what the reverse sweep needs is still there.
 */
final class VjpFunction {
  private VjpFunction() {}

  /** Builds {@link Derived#VJP}. */
  static Function of(Primal primal) {
    List<Value> seeds = primal.seedParameters();
    return of(primal, Derived.VJP, seeds, reverse -> seeds);
  }

  /**
   * Builds {@link Derived#HVP}: the same for the tangent of a number, with a seed of one for the
   * tangent and none for the value.
   *
   * @param tangent what {@link SecondOrder} made of the primal
   */
  static Function ofTangent(Primal tangent) {
    Type type = tangent.root().body().yields().get(1).type();
    return of(
        tangent,
        Derived.HVP,
        List.of(),
        reverse -> List.of(reverse.real(type, 0), reverse.real(type, 1)));
  }

  private static Function of(
      Primal primal,
      String name,
      List<Value> seedParameters,
      java.util.function.Function<Builder, List<Value>> seeding) {
    Function root = primal.root();
    Sweeps sweeps = new Sweeps(primal, root, List.of(), false);
    Buffers buffers = new Buffers(primal);
    buffers.bind(sweeps.frame(), sweeps.entry());
    buffers.seed(sweeps.frame(), sweeps.reverse());
    List<Value> seeds = seeding.apply(sweeps.reverse());
    if (!root.body().isTerminated()) {
      sweeps.seed(seeds);
    }
    sweeps.run();
    buffers.collect(sweeps.frame(), sweeps.adjoints(), sweeps.reverse());
    List<Value> params = new ArrayList<>(List.of(sweeps.frame().tape()));
    params.addAll(root.params());
    params.addAll(seedParameters);
    params.addAll(buffers.all());
    List<Op> ops =
        new ArrayList<>(Lists.join(List.of(comment(Op.Comment.FORWARD)), sweeps.forward()));
    if (!root.body().isTerminated()) {
      ops.add(comment(Op.Comment.REVERSE));
      Region reverse = new Region(List.of(), sweeps.reverse().ops(), List.of());
      Region clean = Cleaning.ofReverseSweep(root.body(), reverse, primal.settings());
      tellAvailable(sweeps, root, clean);
      ops.addAll(clean.ops());
    }
    primal.plans().add(sweeps.frame().log().plan(name));
    Region body = new Region(params, ops, root.body().yields());
    Shadowing shadowing = sweeps.frame().shadowing();
    Function clean = Cleaning.ofFunction(new Function(name, body, root.resultTypes()), shadowing);
    Predicate<Value> isShadow = v -> shadowing.primalOf(v).isPresent();
    Function collected = AdjointSums.collect(clean, isShadow);
    return primal.settings().uses(Optimisation.FRESH_ELEMENTS)
        ? FreshElements.tidy(collected, isShadow)
        : collected;
  }

  private static void tellAvailable(Sweeps sweeps, Function root, Region reverse) {
    Set<Value> there = new HashSet<>(root.params());
    sweeps.forward().forEach(op -> there.addAll(op.results()));
    StorageLog log = sweeps.frame().log();
    log.available(
        reverse,
        value -> {
          String where = root.params().contains(value) ? "an argument" : "a local variable";
          return there.contains(value) && !log.isKept(value) ? where : null;
        });
  }

  static Op comment(String text) {
    return new Op.Comment(text, Origin.NONE);
  }
}
