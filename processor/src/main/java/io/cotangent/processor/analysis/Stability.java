package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a load read is still there when the forward sweep is over.
 *
 * <p>A load is stable if nothing that may be the same element is written after it: no write to the
 * class of its array comes later in program order or in a later iteration of a loop around both,
 * unless the array is private to the iteration. Memory that others may write, such as a caller of
 * the function, is never stable.
 */
public final class Stability {
  private final Memory memory;
  private final String function;
  private final List<Value> foreign;

  /**
   * Stability in one function of the memory's unit.
   *
   * @param foreign references to memory that others may write once the forward sweep is over
   */
  public Stability(Memory memory, String function, List<Value> foreign) {
    this.memory = memory;
    this.function = function;
    this.foreign = foreign;
  }

  /**
   * Whether repeating the load after the forward sweep gives the same value. Of a load that was
   * repeated already nobody knows any more where it stood: its array must never be written.
   */
  public boolean isStable(Op.Load load) {
    return obstacle(load).isEmpty();
  }

  /** Why repeating the load may give another value; empty if it does not. */
  public Optional<String> obstacle(Op.Load load) {
    return obstacle(load, memory.classOf(load.array()));
  }

  /** The same for all that a copy reads: every element, or how long the rows are. */
  public boolean isStable(Op.CopyArray copy) {
    MemoryClass target = memory.classOf(copy.array());
    return switch (copy.kind()) {
      case ZEROS -> hasFixedShape(copy.array());
      case CLONE -> obstacle(copy, target).isEmpty();
      case DEEP -> isStableAtEveryDepth(copy, target);
    };
  }

  private boolean hasFixedShape(Value array) {
    boolean isFlat = array.type() instanceof ArrayType type && !type.element().isReference();
    return isFlat || !belongsToOthers(array) && !hasReplacedRows(array);
  }

  private boolean isStableAtEveryDepth(Op.CopyArray copy, MemoryClass target) {
    return obstacle(copy, target).isEmpty()
        && (!target.hasElement() || isStableAtEveryDepth(copy, target.element()));
  }

  private Optional<String> obstacle(Op reading, MemoryClass target) {
    if (belongsToOthers(target)) {
      return Optional.of("others may write to the array meanwhile");
    }
    Layout layout = memory.layout(function);
    for (Access write : target.writes()) {
      boolean isElsewhere = !layout.has(reading) || !write.function().equals(function);
      if (isElsewhere || isAfter(layout, write, reading, target)) {
        String statement = write.op().origin().statement();
        return Optional.of(statement.isEmpty() ? "it is overwritten" : "overwritten: " + statement);
      }
    }
    return Optional.empty();
  }

  /** Whether arrays of the reference's class live no longer than one run of the region. */
  public boolean isPrivate(Value reference, Region region) {
    return isPrivate(memory.classOf(reference), region);
  }

  /** Whether the array is of numbers and no other value may refer to it. */
  public boolean isUnaliased(Value array) {
    MemoryClass target = memory.classOf(array);
    boolean isFlat = array.type() instanceof ArrayType type && !type.element().isReference();
    return isFlat && target.members().size() == 1 && target.container() == null;
  }

  private boolean isAfter(Layout layout, Access write, Op reading, MemoryClass target) {
    if (write.position() > layout.position(reading)) {
      return true;
    }
    List<Region> around = layout.regionsAround(reading);
    for (Region region : layout.regionsAround(write.op())) {
      if (layout.isLoopRegion(region) && isInOneLoop(layout, region, around)) {
        boolean isPrivate = around.contains(region) && isPrivate(target, region);
        if (!isPrivate) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the loop the region belongs to is also around the load, by body or condition. */
  private static boolean isInOneLoop(Layout layout, Region region, List<Region> around) {
    return around.stream()
        .anyMatch(r -> layout.isLoopRegion(r) && layout.owner(r) == layout.owner(region));
  }

  /** Whether the array, or one of its rows, may be written. */
  public boolean isWritten(Value array) {
    return memory.isWritten(array);
  }

  /** Whether a row of the array may be replaced by another one. */
  public boolean hasReplacedRows(Value array) {
    return memory.hasReplacedRows(array);
  }

  private boolean isPrivate(MemoryClass target, Region region) {
    Layout layout = memory.layout(function);
    for (Value member : target.members()) {
      boolean inside = layout.isDefinedWithin(member, region);
      if (!inside || region.params().contains(member) || region.yields().contains(member)) {
        return false;
      }
    }
    MemoryClass container = target.container();
    return container == null || isPrivate(container, region);
  }

  /** Whether the array may be reached from what others hold. */
  public boolean belongsToOthers(Value array) {
    MemoryClass target = memory.classOf(array);
    while (!belongsToOthers(target) && target.hasElement()) {
      target = target.element();
    }
    return belongsToOthers(target);
  }

  private boolean belongsToOthers(MemoryClass target) {
    for (Value param : foreign) {
      if (param.type().isReference()) {
        MemoryClass at = memory.classOf(param);
        while (at != target && at.hasElement()) {
          at = at.element();
        }
        if (at == target) {
          return true;
        }
      }
    }
    return false;
  }
}
