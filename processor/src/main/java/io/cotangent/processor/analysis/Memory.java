package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which references may lead to the same array, and who writes there.
 *
 * <p>Equations (Steensgaard's, over all functions of a unit at once): whatever can be the same
 * reference by assignment, loop, branch, call, row load or row store is in one class; classes of
 * arrays have a class for their rows. Parameters of the root are in different classes: that they do
 * not overlap where one is written is checked when generated code is entered.
 */
public final class Memory {
  private final Unit unit;
  private final Map<Value, MemoryClass> classes = new HashMap<>();
  private final Map<String, Layout> layouts = new HashMap<>();

  private Memory(Unit unit) {
    this.unit = unit;
  }

  /**
   * The memory of a unit.
   *
   * @param united references that may overlap from the start
   */
  public static Memory of(Unit unit, List<List<Value>> united) {
    Memory memory = new Memory(unit);
    united.forEach(memory::uniteInnermost);
    unit.functions().forEach((name, f) -> memory.layouts.put(name, Layout.of(f)));
    unit.functions().values().forEach(f -> memory.walk(f, f.body()));
    unit.functions().values().forEach(f -> f.link().ifPresent(link -> memory.linked(f, link)));
    return memory;
  }

  /** The class of a reference. */
  MemoryClass classOf(Value reference) {
    MemoryClass found = classes.get(reference);
    if (found == null) {
      found = new MemoryClass();
      found.addMember(reference);
      classes.put(reference, found);
    }
    return found.find();
  }

  /** The class of the innermost arrays a reference leads to. */
  MemoryClass innermost(Value reference) {
    MemoryClass found = classOf(reference);
    int rank = reference.type() instanceof ArrayType array ? array.rank() : 1;
    for (int i = 1; i < rank; i++) {
      found = found.element();
    }
    return found;
  }

  /** Whether two references may lead to the same array. */
  public boolean mayBeSame(Value a, Value b) {
    return classOf(a) == classOf(b);
  }

  /** Whether two values may be arrays that share one, at any depth. */
  public boolean mayShare(Value a, Value b) {
    return a.type() instanceof ArrayType
        && b.type() instanceof ArrayType
        && innermost(a) == innermost(b);
  }

  /** Where everything stands in one of the unit's functions. */
  public Layout layout(String function) {
    return layouts.get(function);
  }

  /** Whether the array, or one of its rows at any depth, may be written. */
  public boolean isWritten(Value reference) {
    MemoryClass at = classOf(reference);
    while (at.writes().isEmpty()) {
      if (!at.hasElement()) {
        return false;
      }
      at = at.element();
    }
    return true;
  }

  /** Whether the array, or one of its rows at any depth, may be written in another function. */
  public boolean isWrittenOutside(String function, Value reference) {
    MemoryClass at = classOf(reference);
    while (at.writes().stream().allMatch(write -> write.function().equals(function))) {
      if (!at.hasElement()) {
        return false;
      }
      at = at.element();
    }
    return true;
  }

  /** Whether a row of the array may be replaced by another row. */
  public boolean hasReplacedRows(Value reference) {
    MemoryClass at = classOf(reference);
    while (at.writes().stream().noneMatch(Access::reference)) {
      if (!at.hasElement()) {
        return false;
      }
      at = at.element();
    }
    return true;
  }

  /** At which depths the array may be written: 0 for itself, 1 for its rows. */
  public Set<Integer> writtenDepths(Value reference) {
    Set<Integer> depths = new TreeSet<>();
    MemoryClass at = classOf(reference);
    for (int depth = 0; at != null; depth++) {
      if (!at.writes().isEmpty()) {
        depths.add(depth);
      }
      at = at.hasElement() ? at.element() : null;
    }
    return depths;
  }

  /** Arrays of different rank may share their innermost arrays. */
  private void uniteInnermost(List<Value> references) {
    for (Value reference : references) {
      for (Value other : references) {
        if (reference.type().equals(other.type())) {
          classOf(reference).unite(classOf(other));
        }
        innermost(reference).unite(innermost(other));
      }
    }
  }

  /** What a function writes whose code is not here. */
  private void linked(Function function, Link link) {
    List<Link.Param> params = link.params();
    Walker walker = new Walker(function);
    for (int i = 0; i < params.size(); i++) {
      Value param = function.params().get(i);
      if (params.get(i).written() && param.type() instanceof ArrayType) {
        walker.writeDeep(param, function.body().ops().get(0));
      }
    }
  }

  private void walk(Function function, Region region) {
    for (Value param : region.params()) {
      if (param.type().isReference()) {
        classOf(param);
      }
    }
    Walker walker = new Walker(function);
    for (Op op : region.ops()) {
      op.results().stream().filter(r -> r.type().isReference()).forEach(this::classOf);
      op.accept(walker);
      op.regions().forEach(inner -> walk(function, inner));
    }
  }

  private void unite(List<Value> left, List<Value> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      if (left.get(i).type().isReference()) {
        classOf(left.get(i)).unite(classOf(right.get(i)));
      }
    }
  }

  /** What each kind of operation says about references. */
  private final class Walker implements OpVisitor<Void> {
    private final Function function;

    Walker(Function function) {
      this.function = function;
    }

    private void write(MemoryClass target, Op op, boolean reference) {
      int position = layouts.get(function.name()).position(op);
      target.addWrite(new Access(function.name(), op, position, reference));
    }

    @Override
    public Void visitConst(Op.Const op) {
      return null;
    }

    @Override
    public Void visitApply(Op.Apply op) {
      return null;
    }

    @Override
    public Void visitLoad(Op.Load op) {
      if (op.value().type().isReference()) {
        classOf(op.array()).element().unite(classOf(op.value()));
      }
      return null;
    }

    @Override
    public Void visitStore(Op.Store op) {
      boolean reference = op.stored().type().isReference();
      if (reference) {
        classOf(op.array()).element().unite(classOf(op.stored()));
      }
      write(classOf(op.array()), op, reference);
      return null;
    }

    @Override
    public Void visitLength(Op.Length op) {
      return null;
    }

    @Override
    public Void visitNewArray(Op.NewArray op) {
      return null;
    }

    @Override
    public Void visitCopyArray(Op.CopyArray op) {
      boolean rows = ((ArrayType) op.array().type()).element().isReference();
      if (op.kind() == Op.CopyArray.Kind.DEEP) {
        classOf(op.value()).unite(classOf(op.array()));
      } else if (op.kind() == Op.CopyArray.Kind.CLONE && rows) {
        classOf(op.value()).element().unite(classOf(op.array()).element());
      }
      return null;
    }

    @Override
    public Void visitIf(Op.If op) {
      unite(op.results(), op.then().yields());
      unite(op.results(), op.otherwise().yields());
      return null;
    }

    @Override
    public Void visitFor(Op.For op) {
      unite(op.carried(), op.inits());
      unite(op.carried(), op.body().yields());
      unite(op.carried(), op.results());
      return null;
    }

    @Override
    public Void visitWhile(Op.While op) {
      List<Value> yields = op.before().yields();
      List<Value> handedOn = yields.isEmpty() ? yields : yields.subList(1, yields.size());
      unite(op.before().params(), op.inits());
      unite(op.before().params(), op.body().yields());
      unite(op.body().params(), handedOn);
      unite(op.results(), handedOn);
      return null;
    }

    @Override
    public Void visitCall(Op.Call op) {
      Region callee = unit.function(op.callee()).body();
      unite(op.args(), callee.params());
      unite(op.results(), callee.yields());
      return null;
    }

    @Override
    public Void visitOpaque(Op.Opaque op) {
      for (Value arg : op.args()) {
        if (arg.type() instanceof ArrayType) {
          if (op.nature().mayWrite()) {
            writeDeep(arg, op);
          }
          for (Value result : op.results()) {
            if (result.type().equals(arg.type())) {
              classOf(result).unite(classOf(arg));
            }
          }
        }
      }
      return null;
    }

    private void writeDeep(Value array, Op op) {
      MemoryClass at = classOf(array);
      for (int i = ((ArrayType) array.type()).rank(); i > 0; i--) {
        write(at, op, i > 1);
        at = i > 1 ? at.element() : at;
      }
    }

    @Override
    public Void visitThrow(Op.Throw op) {
      return null;
    }

    @Override
    public Void visitPush(Op.Push op) {
      return null;
    }

    @Override
    public Void visitPop(Op.Pop op) {
      return null;
    }

    @Override
    public Void visitComment(Op.Comment op) {
      return null;
    }
  }
}
