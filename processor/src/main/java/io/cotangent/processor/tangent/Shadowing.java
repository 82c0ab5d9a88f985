package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shadows of active arrays. A shadow has the shape of its array and holds its tangents or adjoints.
 * Where the program moves references, the shadows are moved along, by the operations this class
 * appends; nothing here touches the numbers.
 */
public final class Shadowing {
  private final Activity activity;
  private final String suffix;
  private final Map<Value, Value> shadows = new HashMap<>();
  private final Set<Value> own = new HashSet<>();
  private final Map<Value, Value> primals = new HashMap<>();
  private final Map<Value, Op.Load> rowLoads = new HashMap<>();
  private final Map<Value, Value> newArrays = new HashMap<>();

  /**
   * Shadows for one function.
   *
   * @param suffix what is appended to the name of the array: {@code Dot} or {@code Bar}
   */
  public Shadowing(Activity activity, String suffix) {
    this.activity = activity;
    this.suffix = suffix;
  }

  /** Whether the value is a reference that has a shadow. */
  public boolean isShadowed(Value value) {
    return value.type().isReference() && activity.isActive(value);
  }

  /** The shadow of an active array. */
  public Value of(Value array) {
    return shadows.computeIfAbsent(
        array,
        a -> {
          Value shadow = new Value(a.type(), name(a));
          own.add(shadow);
          primals.put(shadow, a);
          return shadow;
        });
  }

  /** Uses a value that exists already as the shadow of an array. */
  public void bind(Value array, Value shadow) {
    shadows.put(array, shadow);
    primals.put(shadow, array);
  }

  /** Whether the value is a shadow that the operations of this class define. */
  public boolean isOwn(Value value) {
    return own.contains(value);
  }

  /** What a tangent or adjoint of the value is called. */
  public String name(Value value) {
    return value.name().isEmpty() ? "" : value.name() + suffix;
  }

  /** The shadows of those of the values that have one, in order. */
  public List<Value> ofAll(List<Value> values) {
    return values.stream().filter(this::isShadowed).map(this::of).toList();
  }

  /** The shadow of a row: the row of the shadow. */
  public void load(Op.Load op, Builder out) {
    if (isShadowed(op.value())) {
      rowLoads.put(of(op.value()), op);
      out.add(new Op.Load(of(op.value()), of(op.array()), op.index(), op.origin()));
    }
  }

  /** Replacing a row replaces the row of the shadow. */
  public void store(Op.Store op, Builder out) {
    if (isShadowed(op.stored())) {
      out.store(of(op.array()), op.index(), of(op.stored()));
    }
  }

  /** A new array has a new shadow, all zero. */
  public void newArray(Op.NewArray op, Builder out) {
    if (isShadowed(op.value())) {
      newArrays.put(of(op.value()), op.value());
      out.add(new Op.NewArray(of(op.value()), op.dimensions(), op.origin()));
    }
  }

  /** The shadow of null is null. */
  public void constant(Op.Const op, Builder out) {
    if (isShadowed(op.value())) {
      out.add(new Op.Const(of(op.value()), null, op.origin()));
    }
  }

  /** The shadow of an array that comes from elsewhere and holds constants: zeros. */
  public void foreign(Value array, Builder out) {
    if (isShadowed(array)) {
      Op.CopyArray.Kind zeros = Op.CopyArray.Kind.ZEROS;
      out.add(new Op.CopyArray(of(array), array, zeros, out.origin()));
    }
  }

  /** The load of the row whose shadow the value is. */
  public Optional<Op.Load> rowLoad(Value shadow) {
    return Optional.ofNullable(rowLoads.get(shadow));
  }

  /** The new array whose shadow the value is. */
  public Optional<Value> newArray(Value shadow) {
    return Optional.ofNullable(newArrays.get(shadow));
  }

  /** Copies of shadows are shadows of the same arrays. */
  public void follow(Map<Value, Value> copies) {
    copies.forEach(
        (value, copy) -> {
          if (primals.containsKey(value)) {
            primals.putIfAbsent(copy, primals.get(value));
          }
        });
  }

  /** The array whose shadow the value is. */
  public Optional<Value> primalOf(Value shadow) {
    return Optional.ofNullable(primals.get(shadow));
  }
}
