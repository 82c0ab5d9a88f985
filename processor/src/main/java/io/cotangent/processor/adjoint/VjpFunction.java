package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import java.util.ArrayList;
import java.util.List;

/**
 * Both sweeps in one function, one after the other: what the reverse sweep needs is still there.
 */
final class VjpFunction {
  private VjpFunction() {}

  /** Builds {@link Derived#VJP}. */
  static Function of(Primal primal) {
    Function root = primal.root();
    Sweeps sweeps = new Sweeps(primal, root, List.of(), false);
    Buffers buffers = new Buffers(primal);
    buffers.bind(sweeps.frame(), sweeps.entry());
    buffers.seed(sweeps.frame(), sweeps.reverse());
    List<Value> seeds = primal.seedParameters();
    if (!root.body().isTerminated()) {
      sweeps.seed(seeds);
    }
    sweeps.run();
    buffers.collect(sweeps.frame(), sweeps.adjoints(), sweeps.reverse());
    List<Value> params = new ArrayList<>(List.of(sweeps.frame().tape()));
    params.addAll(root.params());
    params.addAll(seeds);
    params.addAll(buffers.all());
    List<Op> ops = new ArrayList<>(Lists.join(List.of(comment("Forward sweep")), sweeps.forward()));
    if (!root.body().isTerminated()) {
      ops.add(comment("Reverse sweep"));
      Region reverse = new Region(List.of(), sweeps.reverse().ops(), List.of());
      ops.addAll(Cleaning.ofReverseSweep(reverse).ops());
    }
    Region body = new Region(params, ops, root.body().yields());
    return Cleaning.ofFunction(
        new Function(Derived.VJP, body, root.resultTypes()), sweeps.frame().shadowing());
  }

  static Op comment(String text) {
    return new Op.Comment(text, Origin.NONE);
  }
}
