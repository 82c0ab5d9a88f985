package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Adjoints of elements that were never touched, or are never asked for again. In: both sweeps in
 * one function. Out: the same where, for a new shadow that only loads and stores know,
 *
 * <ul>
 *   <li>the first loop that touches it, by nothing but {@code aBar[i] += v} with its index, says
 *       {@code aBar[i] = v}: each element is still the zero it was made with;
 *   <li>the last loop that reads it, {@code aBar[i]} with its index, does not clear that element.
 * </ul>
 */
final class FreshElements {
  private final Predicate<Value> isShadow;
  private final Additions additions;
  private final Map<Op, List<Op>> instead = new IdentityHashMap<>();

  private FreshElements(Region body, Predicate<Value> isShadow) {
    this.isShadow = isShadow;
    this.additions = new Additions(body);
    find(body);
  }

  /**
   * Leaves out what is not needed.
   *
   * @param isShadow whether an array holds adjoints: the sign of a zero does not matter there
   */
  static Function tidy(Function function, Predicate<Value> isShadow) {
    Region body = function.body();
    return function.withBody(new FreshElements(body, isShadow).region(body));
  }

  private void find(Region region) {
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      op.regions().forEach(this::find);
      if (op instanceof Op.NewArray array && isFlat(array) && isShadow.test(array.value())) {
        List<Op> behind = region.ops().subList(i + 1, region.ops().size());
        new Uses(array.value()).of(behind, region.yields());
      }
    }
  }

  private static boolean isFlat(Op.NewArray op) {
    return op.value().type() instanceof ArrayType type && type.element().isReal();
  }

  /** What happens to one array, in the order of the operations behind the one that makes it. */
  private final class Uses {
    private final Value array;
    private final List<Op> touching = new ArrayList<>();

    Uses(Value array) {
      this.array = array;
    }

    void of(List<Op> behind, List<Value> yields) {
      if (yields.contains(array) || behind.stream().anyMatch(this::escapes)) {
        return;
      }
      behind.stream().filter(this::touches).forEach(touching::add);
      if (!touching.isEmpty() && touching.get(0) instanceof Op.For loop) {
        addition(loop, loop.body());
      }
      for (int i = touching.size() - 1; i >= 0; i--) {
        if (touching.get(i).has(this::reads)) {
          if (touching.get(i) instanceof Op.For loop) {
            clearing(loop);
          }
          return;
        }
      }
    }

    private boolean escapes(Op op) {
      boolean knows =
          op instanceof Op.Store store
              ? store.stored() == array
              : !(op instanceof Op.Load) && op.operands().contains(array);
      return knows
          || op.regions().stream()
              .anyMatch(
                  r -> r.yields().contains(array) || r.ops().stream().anyMatch(this::escapes));
    }

    private boolean touches(Op op) {
      return FreeValues.of(op).contains(array);
    }

    private boolean reads(Op op) {
      return op instanceof Op.Load load && load.array() == array;
    }

    /** The only addition in the loop, which may stand in a branch. */
    private void addition(Op.For loop, Region region) {
      List<Op> here = region.ops().stream().filter(this::touches).toList();
      if (here.size() == 1 && here.get(0) instanceof Op.If branch) {
        List<Region> arms = branch.regions().stream().filter(this::touches).toList();
        if (arms.size() == 1) {
          addition(loop, arms.get(0));
        }
        return;
      }
      for (Additions.Addition addition : additions.in(region)) {
        boolean isAll = here.size() == 2 && here.contains(addition.store());
        if (isAll && here.contains(addition.load()) && addition.index() == loop.index()) {
          alone(addition);
        }
      }
    }

    private boolean touches(Region region) {
      return FreeValues.of(region).contains(array);
    }

    /** The only store of the loop, if it comes behind all loads. */
    private void clearing(Op.For loop) {
      List<Op> here = loop.body().ops().stream().filter(this::touches).toList();
      int last = here.size() - 1;
      boolean isLoaded = here.subList(0, last).stream().allMatch(op -> isLoad(op, loop.index()));
      boolean isStored = here.get(last) instanceof Op.Store store && store.index() == loop.index();
      if (last > 0 && isLoaded && isStored) {
        instead.put(here.get(last), List.of());
      }
    }

    private boolean isLoad(Op op, Value index) {
      return op instanceof Op.Load load && load.array() == array && load.index() == index;
    }
  }

  /** The store of what is added, without the sum. */
  private void alone(Additions.Addition addition) {
    Op.Apply sum = addition.sum();
    Op.Store store = addition.store();
    instead.put(addition.load(), List.of());
    if (sum.operator() == Operator.SUB) {
      Value taken = sum.args().get(1);
      Op negative = new Op.Apply(sum.value(), Operator.NEG, false, List.of(taken), sum.origin());
      instead.put(sum, List.of(negative));
    } else {
      boolean isSecond = sum.args().get(0) == addition.load().value();
      Value added = sum.args().get(isSecond ? 1 : 0);
      instead.put(sum, List.of());
      instead.put(
          store, List.of(new Op.Store(store.array(), store.index(), added, store.origin())));
    }
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(this::region).toList();
      List<Op> replaced = instead.get(op);
      ops.addAll(
          replaced != null ? replaced : List.of(op.rebuild(op.results(), op.operands(), regions)));
    }
    return new Region(region.params(), ops, region.yields());
  }
}
