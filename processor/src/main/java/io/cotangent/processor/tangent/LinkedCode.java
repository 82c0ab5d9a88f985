package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Calls of members of classes that were generated elsewhere, and of the methods they are for. */
public final class LinkedCode {
  private final Link link;
  private final Builder out;
  private final List<Value> args = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private LinkedCode(Link link, Builder out) {
    this.link = link;
    this.out = out;
  }

  /**
   * The body of a function that calls the method itself.
   *
   * @param owner the class of a static method; empty for an instance method
   */
  public static Region primal(Link link, String owner, String name) {
    List<Value> params = new ArrayList<>();
    for (Link.Param param : link.params()) {
      RecordType.leavesOf(param.type()).forEach(t -> params.add(new Value(t, "")));
    }
    Builder out = new Builder(Origin.NONE);
    Optional<Value> result =
        link.result()
            .map(t -> new Value(t instanceof RecordType r ? new RefType(r.name()) : t, ""));
    LinkedCode code = new LinkedCode(link, out);
    Iterator<Value> leaves = params.iterator();
    int first = owner.isEmpty() ? 1 : 0;
    String callee =
        owner.isEmpty()
            ? code.argument(link.params().get(0).type(), leaves) + "."
            : "{" + owner + "}.";
    List<String> list = new ArrayList<>();
    for (Link.Param param : link.params().subList(first, link.params().size())) {
      list.add(code.argument(param.type(), leaves));
    }
    code.text.append(callee).append(name).append('(').append(String.join(", ", list)).append(')');
    code.emit(result);
    List<Value> yields =
        result.map(r -> parts(link.result().orElseThrow(), r, "", out)).orElse(List.of());
    requireFresh(link, yields, params, out);
    return out.region(params, yields);
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
          out.add(new Op.Opaque(List.of(), java, both, Op.Opaque.Nature.SINK, "", out.origin()));
        }
      }
    }
  }

  /**
   * A call of a static member of the generated class.
   *
   * @param arguments the leaves of the parameters, then of whatever else {@code more} says
   */
  public static Value call(
      Link link,
      String member,
      List<Value> arguments,
      List<Type> more,
      String result,
      Builder out) {
    LinkedCode code = new LinkedCode(link, out);
    Value value = new Value(new RefType(link.nestedClass() + "." + result), "");
    code.invoke("{" + link.nestedClass() + "}." + member, link, arguments, more);
    code.emit(Optional.of(value));
    return value;
  }

  /** The same for a member that returns nothing. */
  static void run(Link link, String member, List<Value> arguments, List<Type> more, Builder out) {
    LinkedCode code = new LinkedCode(link, out);
    code.invoke("{" + link.nestedClass() + "}." + member, link, arguments, more);
    code.emit(Optional.empty());
  }

  private void invoke(String callee, Link of, List<Value> arguments, List<Type> more) {
    Iterator<Value> leaves = arguments.iterator();
    List<String> list = new ArrayList<>();
    of.params().forEach(p -> list.add(argument(p.type(), leaves)));
    more.forEach(t -> list.add(argument(t, leaves)));
    text.append(callee).append('(').append(String.join(", ", list)).append(')');
  }

  /** Applies seeds to a pullback. */
  public static Value apply(
      Link link, Value pullback, List<Value> seeds, List<Type> types, Builder out) {
    LinkedCode code = new LinkedCode(link, out);
    code.args.add(pullback);
    Iterator<Value> leaves = seeds.iterator();
    List<String> list = types.stream().map(t -> code.argument(t, leaves)).toList();
    code.text.append("#0.apply(").append(String.join(", ", list)).append(')');
    Value gradient = new Value(new RefType(link.nestedClass() + ".Gradient"), "");
    code.emit(Optional.of(gradient));
    return gradient;
  }

  private void emit(Optional<Value> result) {
    out.add(
        new Op.Opaque(
            result.map(List::of).orElse(List.of()),
            text.toString(),
            args,
            Op.Opaque.Nature.SINK,
            link.method(),
            out.origin()));
  }

  private String argument(Type type, Iterator<Value> leaves) {
    if (type instanceof RecordType record) {
      List<String> list = new ArrayList<>();
      record.components().forEach(c -> list.add(argument(c.type(), leaves)));
      return "new {" + record.name() + "}(" + String.join(", ", list) + ")";
    }
    args.add(leaves.next());
    return "#" + (args.size() - 1);
  }

  /** The leaves of what an accessor of an object gives; the object itself for no accessor. */
  public static List<Value> parts(Type type, Value object, String accessor, Builder out) {
    List<Value> parts = new ArrayList<>();
    if (type instanceof RecordType record) {
      for (RecordType.Component c : record.components()) {
        parts.addAll(parts(c.type(), object, accessor + "." + c.name() + "()", out));
      }
    } else if (accessor.isEmpty()) {
      parts.add(object);
    } else {
      Value part = new Value(type, "");
      String java = "#0" + accessor;
      out.add(
          new Op.Opaque(
              List.of(part), java, List.of(object), Op.Opaque.Nature.PURE, "", out.origin()));
      parts.add(part);
    }
    return parts;
  }
}
