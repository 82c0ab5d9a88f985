package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Calls of the runtime's checkpoints of one loop. */
final class CheckpointCalls {
  private static final String TYPE = "io.cotangent.runtime.Checkpoints";

  private final Value checkpoints = new Value(new RefType(TYPE), "checkpoints");
  private final int snapshots;

  CheckpointCalls(int snapshots) {
    this.snapshots = snapshots;
  }

  /** Defines how many iterations a loop has. */
  void steps(Builder out, Value steps, Op.For loop) {
    String end = loop.inclusive() ? loop.step() > 0 ? "#1 + 1L" : "#1 - 1L" : "#1";
    String java = "{" + TYPE + "}.steps(#0, " + end + ", " + loop.step() + ")";
    add(out, List.of(steps), java, Op.Opaque.Nature.PURE, loop.lower(), loop.upper());
  }

  /** Defines the checkpoints. */
  void create(Builder out, Value steps) {
    String java = "new {" + TYPE + "}(#0, " + snapshots + ")";
    add(out, List.of(checkpoints), java, Op.Opaque.Nature.UNKNOWN, steps);
  }

  Value isDue(Builder out, Value step) {
    Value due = new Value(Primitive.BOOLEAN, "due");
    call(out, List.of(due), "#0.isDue(#1)", step);
    return due;
  }

  Value back(Builder out, Value step) {
    Value from = new Value(Primitive.INT, "from");
    call(out, List.of(from), "#0.back(#1)", step);
    return from;
  }

  /** Saves a number or the contents of an array. */
  void save(Builder out, Value value) {
    call(out, List.of(), "#0.put(#1)", value);
  }

  /** Loads a number. */
  Value load(Builder out, Value like) {
    Value loaded = like.copy();
    add(out, List.of(loaded), java(like.type()), Op.Opaque.Nature.UNKNOWN, checkpoints);
    return loaded;
  }

  private static String java(Type type) {
    if (type == Primitive.DOUBLE) {
      return "#0.getDouble()";
    }
    if (type == Primitive.FLOAT) {
      return "(float) #0.getDouble()";
    }
    if (type == Primitive.LONG) {
      return "#0.getLong()";
    }
    return type == Primitive.BOOLEAN ? "#0.getBoolean()" : "(" + type + ") #0.getLong()";
  }

  void loadArray(Builder out, Value array) {
    call(out, List.of(), "#0.get(#1)", array);
  }

  /** Defines a copy of an array that iterations can be run again on. */
  void own(Builder out, Value array, Value copy) {
    call(out, List.of(copy), "#0.own(#1)", array);
  }

  /** Saves what arrays hold behind the loop: running iterations again changes them. */
  void saveEnd(Builder out, List<Value> arrays) {
    if (!arrays.isEmpty()) {
      add(out, List.of(), "#0.atEnd()", Op.Opaque.Nature.UNKNOWN, checkpoints);
      arrays.forEach(array -> save(out, array));
    }
  }

  void loadEnd(Builder out, List<Value> arrays) {
    if (!arrays.isEmpty()) {
      add(out, List.of(), "#0.atEnd()", Op.Opaque.Nature.UNKNOWN, checkpoints);
      arrays.forEach(array -> loadArray(out, array));
    }
  }

  private void call(Builder out, List<Value> results, String java, Value argument) {
    add(out, results, java, Op.Opaque.Nature.UNKNOWN, checkpoints, argument);
  }

  private static void add(
      Builder out, List<Value> results, String java, Op.Opaque.Nature nature, Value... args) {
    out.add(new Op.Opaque(results, java, List.of(args), nature, "", out.origin()));
  }
}
