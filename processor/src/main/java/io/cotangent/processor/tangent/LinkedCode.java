package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls of members of classes that were generated elsewhere, and of the methods they are for. */
public final class LinkedCode {
  private LinkedCode() {}

  /**
   * The body of a function that calls the method itself.
   *
   * @param owner the class of a static method; empty for an instance method
   */
  public static Region primal(Link link, String owner, String name) {
    List<Value> params = link.params().stream().map(p -> new Value(p.type(), "")).toList();
    Builder out = new Builder(Origin.NONE);
    List<Value> results = link.result().map(t -> new Value(t, "")).stream().toList();
    String java =
        owner.isEmpty()
            ? "#0." + name + arguments(1, params.size())
            : "{" + owner + "}." + name + arguments(0, params.size());
    emit(link, java, params, results, out);
    requireFresh(link, results, params, out);
    return out.region(params, results);
  }

  /** Fails if an array that is returned is one that was given: they are taken for two. */
  public static void requireFresh(Link link, List<Value> results, List<Value> params, Builder out) {
    String name = link.method().substring(0, link.method().indexOf('('));
    for (Value result : results) {
      for (Value param : params) {
        if (result.type() instanceof ArrayType a
            && param.type() instanceof ArrayType b
            && a.innermost().equals(b.innermost())) {
          String java = "{io.cotangent.runtime.Shapes}.requireFresh(\"" + name + "\", #0, #1)";
          List<Value> both = List.of(result, param);
          out.add(new Op.Opaque(List.of(), java, both, Nature.SINK, "", out.origin()));
        }
      }
    }
  }

  /**
   * A call of a static member of the generated class.
   *
   * @param result the simple name of what it returns, a class in there
   */
  public static Value call(
      Link link, String member, List<Value> arguments, String result, Builder out) {
    Value value = new Value(new RefType(link.nestedClass() + "." + result), "");
    emit(link, invocation(link, member, arguments), arguments, List.of(value), out);
    return value;
  }

  /** The same for a member that returns nothing. */
  static void run(Link link, String member, List<Value> arguments, Builder out) {
    emit(link, invocation(link, member, arguments), arguments, List.of(), out);
  }

  /** Applies seeds to a pullback. */
  public static Value apply(Link link, Value pullback, List<Value> seeds, Builder out) {
    Value gradient = new Value(new RefType(link.nestedClass() + ".Gradient"), "");
    List<Value> all = new ArrayList<>(List.of(pullback));
    all.addAll(seeds);
    emit(link, "#0.apply" + arguments(1, all.size()), all, List.of(gradient), out);
    return gradient;
  }

  private static String invocation(Link link, String member, List<Value> arguments) {
    return "{" + link.nestedClass() + "}." + member + arguments(0, arguments.size());
  }

  private static String arguments(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "#" + i)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static void emit(
      Link link, String java, List<Value> arguments, List<Value> results, Builder out) {
    out.add(new Op.Opaque(results, java, arguments, Nature.SINK, link.method(), out.origin()));
  }

  /** What an accessor of a record gives. */
  public static Value component(Type type, Value object, String name, Builder out) {
    Value part = new Value(type, "");
    String java = "#0." + name + "()";
    out.add(new Op.Opaque(List.of(part), java, List.of(object), Nature.PURE, "", out.origin()));
    return part;
  }

  /** The same for the result of the method; empty if it has none. */
  public static List<Value> result(Link link, Value object, String name, Builder out) {
    Optional<Value> part = link.result().map(type -> component(type, object, name, out));
    return part.stream().toList();
  }
}
