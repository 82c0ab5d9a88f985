package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes what is known: constants, identities, branches on constants, carried values that never
 * change, operations that were done before. In: any IR. Out: the same with every value computed to
 * the same bits; what became useless is left to {@link DeadCode}.
 */
public final class Simplify {
  /** Which identities hold. */
  public enum Mode {
    /** Those that keep every bit: primal code. */
    EXACT,
    /** Those, too, that ignore the sign of zeros, and what is multiplied by a literal zero. */
    ADJOINT
  }

  private final Definitions definitions = new Definitions();
  private final Substitution replaced = new Substitution();
  private final Algebra algebra;

  private Simplify(Mode mode) {
    this.algebra = new Algebra(definitions, mode);
  }

  /** Simplifies every function exactly. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(sweep(f.body(), Mode.EXACT)));
  }

  /** Simplifies a region, which keeps its parameters. */
  public static Region sweep(Region region, Mode mode) {
    Simplify simplify = new Simplify(mode);
    // Uses of an array that is watched have to stay uses of the array.
    return simplify.region(region, new Available(simplify.definitions, !isWatching(region)));
  }

  /**
   * Simplifies the reverse sweep of a function.
   *
   * @param primal the function's body: its constants are known, none of its operations is shared,
   *     and what is computed again stays as it is
   */
  public static Region reverse(Region primal, Region reverse) {
    Simplify simplify = new Simplify(Mode.ADJOINT);
    simplify.definitions.addConstants(primal);
    simplify.definitions.addPrimal(primal);
    return simplify.region(reverse, new Available(simplify.definitions, true));
  }

  private static boolean isWatching(Region region) {
    return region.has(op -> op instanceof Op.Opaque opaque && opaque.isWatch());
  }

  private Region region(Region region, Available available) {
    List<Op> out = new ArrayList<>();
    boolean ended = ops(region.ops(), out, available);
    return new Region(region.params(), out, ended ? List.of() : replaced.get(region.yields()));
  }

  /** Appends simplified operations and says whether they end in a throw. */
  private boolean ops(List<Op> ops, List<Op> out, Available available) {
    for (Op op : ops) {
      Op now = op.rebuild(op.results(), replaced.get(op.operands()), op.regions());
      if (op(now, out, available)) {
        return true;
      }
    }
    return false;
  }

  private boolean op(Op op, List<Op> out, Available available) {
    if (op instanceof Op.Apply apply) {
      apply(apply, out, available);
      return false;
    }
    if (op instanceof Op.If branch) {
      return branch(branch, out, available);
    }
    if (op instanceof Op.For || op instanceof Op.While) {
      loop(op, out, available);
      return false;
    }
    addOrReuse(op, out, available);
    return op instanceof Op.Throw;
  }

  private void apply(Op.Apply op, List<Op> out, Available available) {
    Builder builder = new Builder(op.origin());
    Value simpler = algebra.simplify(op, builder);
    if (simpler == null) {
      addOrReuse(op, out, available);
    } else {
      ops(builder.ops(), out, available);
      replaced.put(op.value(), simpler);
    }
  }

  private void addOrReuse(Op op, List<Op> out, Available available) {
    Optional<Value> known = available.find(op);
    if (known.isPresent()) {
      replaced.put(op.result(), known.get());
    } else {
      add(op, out);
      available.record(op);
    }
  }

  private void add(Op op, List<Op> out) {
    definitions.add(op);
    out.add(op);
  }

  private boolean branch(Op.If op, List<Op> out, Available available) {
    if (definitions.constant(op.condition()) instanceof Boolean chosen) {
      Region arm = chosen ? op.then() : op.otherwise();
      boolean ended = ops(arm.ops(), out, available);
      if (!ended) {
        replaced.putAll(op.results(), arm.yields());
      }
      return ended;
    }
    List<Region> arms = op.regions().stream().map(r -> region(r, available.nested())).toList();
    Op.If rebuilt = (Op.If) op.rebuild(op.results(), op.operands(), arms);
    if (!rebuilt.then().isTerminated() && !rebuilt.otherwise().isTerminated()) {
      for (int i = 0; i < op.results().size(); i++) {
        merge(rebuilt, i, out);
      }
    }
    add(rebuilt, out);
    available.forget(rebuilt);
    return false;
  }

  /** A result for which both arms yield the same, or true and false. */
  private void merge(Op.If op, int index, List<Op> out) {
    Value then = op.then().yields().get(index);
    Value otherwise = op.otherwise().yields().get(index);
    Value result = op.results().get(index);
    Object constant = definitions.constant(then);
    if (then == otherwise) {
      replaced.put(result, then);
    } else if (constant != null && constant.equals(definitions.constant(otherwise))) {
      Op.Const copy = new Op.Const(result.copy(), constant, op.origin());
      add(copy, out);
      replaced.put(result, copy.value());
    } else if (Boolean.TRUE.equals(constant)
        && Boolean.FALSE.equals(definitions.constant(otherwise))) {
      replaced.put(result, op.condition());
    }
  }

  private void loop(Op op, List<Op> out, Available available) {
    if (op instanceof Op.For loop) {
      dropUnchanged(loop);
    } else {
      Carried.of((Op.While) op).ifPresent(c -> dropUnchanged((Op.While) op, c));
    }
    available.forget(op);
    List<Region> regions = op.regions().stream().map(r -> region(r, available.nested())).toList();
    add(op.rebuild(op.results(), op.operands(), regions), out);
  }

  private void dropUnchanged(Op.For loop) {
    if (loop.body().isTerminated()) {
      return;
    }
    for (int i = 0; i < loop.results().size(); i++) {
      Value param = loop.carried().get(i);
      if (loop.body().yields().get(i) == param) {
        replaced.put(param, loop.inits().get(i));
        replaced.put(loop.results().get(i), loop.inits().get(i));
      }
    }
  }

  private void dropUnchanged(Op.While loop, Carried carried) {
    for (Value param : loop.before().params()) {
      replaced.put(param, carried.invariants().get(param));
    }
    for (int i = 0; i < loop.results().size(); i++) {
      int source = carried.sources().get(i);
      if (source >= 0) {
        Value param = loop.before().params().get(source);
        Value always = carried.invariants().get(param);
        if (always != param) {
          replaced.put(loop.body().params().get(i), always);
          replaced.put(loop.results().get(i), always);
        }
      }
    }
  }
}
