package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of members of classes that were generated elsewhere, and of the methods they are for. */
public final class LinkedCode {
  private LinkedCode() {}

  /**
   * The body of a function that calls the method itself.
   *
   * @param owner the class of a static method; empty for an instance method
   */
  public static Region primal(Link link, String owner, String name) {
    List<Value> params = parameters(link);
    Builder out = new Builder(Origin.NONE);
    LinkedArguments written = LinkedArguments.of(link);
    String java =
        owner.isEmpty()
            ? written.first() + "." + name + written.list(1)
            : "{" + owner + "}." + name + written.list(0);
    requireClass(link, params, out);
    List<Value> made =
        link
            .result()
            .map(t -> new Value(t instanceof RecordType r ? new RefType(r.name()) : t, ""))
            .stream()
            .toList();
    emit(link, java, params, made, out);
    List<Value> results =
        link.result().map(t -> parts(t, made.get(0), "#0", out)).orElse(List.of());
    return out.region(params, results);
  }

  /** A function that gives the value and the gradient. */
  public static Function gradient(String name, Link link) {
    Builder out = new Builder(Origin.NONE);
    List<Value> params = parameters(link);
    List<Value> results = gradient(link, params, out);
    return function(name, link.to(Link.Member.GRADIENT), out.region(params, results));
  }

  /** A function that gives the value and so many derivatives with respect to the only number. */
  public static Function series(String name, Link link, int derivatives) {
    Builder out = new Builder(Origin.NONE);
    List<Value> params = parameters(link);
    List<Value> results = series(link, derivatives, params, out);
    return function(name, link.series(derivatives), out.region(params, results));
  }

  /** The value and so many derivatives with respect to the only number. */
  public static List<Value> series(Link link, int derivatives, List<Value> arguments, Builder out) {
    requireClass(link, arguments, out);
    Type type = link.result().orElseThrow();
    Value all = new Value(new ArrayType(type), "derivatives");
    emit(link, invocation(link, "derivatives", arguments), arguments, List.of(all), out);
    List<Value> results = new ArrayList<>();
    for (int i = 0; i <= derivatives; i++) {
      results.add(out.load(all, out.intConstant(i), ""));
    }
    return results;
  }

  /** A function of a link, with the types of what it yields. */
  public static Function function(String name, Link link, Region body) {
    List<Type> types = body.yields().stream().map(Value::type).toList();
    return new Function(name, body, types, Optional.of(link));
  }

  /** New values for the parameters of the method. */
  public static List<Value> parameters(Link link) {
    return new ArrayList<>(link.params().stream().map(p -> new Value(p.type(), p.name())).toList());
  }

  /** New values for tangents of the differentiated parameters. */
  public static List<Value> tangents(Link link) {
    return link.differentiated().stream().map(p -> new Value(p.type(), p.name() + "Dot")).toList();
  }

  /** The value and the derivatives with respect to the differentiated parameters. */
  public static List<Value> gradient(Link link, List<Value> arguments, Builder out) {
    Value gradient = call(link, "gradient", arguments, "Gradient", out);
    List<Value> results = new ArrayList<>(result(link, gradient, "value", out));
    for (Link.Param param : link.differentiated()) {
      results.add(derivative(param, gradient, out));
    }
    return results;
  }

  /** What a gradient holds for a parameter. */
  public static Value derivative(Link.Param param, Value gradient, Builder out) {
    return component(
        param.type(), gradient, Names.component(param.argument()) + "()" + param.path(), out);
  }

  /**
   * The Hessian times a direction, with the value and its tangent.
   *
   * @param arguments the parameters, then the direction
   */
  public static Value curvature(Link link, List<Value> arguments, Builder out) {
    return call(link, "hvp", arguments, "Hvp", out);
  }

  /** The part of the product for a parameter. */
  public static Value product(Link.Param param, Value curvature, Builder out) {
    return component(
        param.type(), curvature, Names.besideTangent(param.argument()) + "()" + param.path(), out);
  }

  /** Fails unless the method that runs is the one that was compiled. */
  private static void requireClass(Link link, List<Value> arguments, Builder out) {
    if (link.exactClass().isPresent()) {
      String name = link.method().substring(0, link.method().indexOf('('));
      String java =
          "{io.cotangent.runtime.Shapes}.requireClass(\"the receiver of %s\", #0, {%s}.class)";
      List<Value> receiver = List.of(arguments.get(0));
      emit(link, java.formatted(name, link.exactClass().get()), receiver, List.of(), out);
    }
  }

  /**
   * A call of a static member of the generated class.
   *
   * @param result the simple name of what it returns, a class in there
   */
  public static Value call(
      Link link, String member, List<Value> arguments, String result, Builder out) {
    requireClass(link, arguments, out);
    Value value = new Value(new RefType(link.nestedClass() + "." + result), "");
    emit(link, invocation(link, member, arguments), arguments, List.of(value), out);
    return value;
  }

  /** The same of a member that gives a number or an array. */
  static Value member(Link link, String member, List<Value> arguments, Type result, Builder out) {
    requireClass(link, arguments, out);
    Value value = new Value(result, "");
    emit(link, invocation(link, member, arguments), arguments, List.of(value), out);
    return value;
  }

  /** A recording that the tape closes when it drops what was left on it from now on. */
  public static Value pullback(Link link, Value tape, List<Value> arguments, Builder out) {
    requireClass(link, arguments, out);
    Value value = new Value(new RefType(link.nestedClass() + ".Pullback"), "");
    List<Value> all = new ArrayList<>(List.of(tape));
    all.addAll(arguments);
    String call =
        "{" + link.nestedClass() + "}.pullback" + LinkedArguments.of(link).from(1).list(0);
    emit(link, "#0.own(" + call + ")", all, List.of(value), out);
    return value;
  }

  /**
   * Adds the gradient into buffers, by way of the tape.
   *
   * @return the value
   */
  public static Value addGradient(
      Link link, Value tape, List<Value> arguments, List<Value> buffers, Builder out) {
    requireClass(link, arguments, out);
    Type type = link.result().orElseThrow();
    List<Value> all = new ArrayList<>(List.of(tape));
    all.addAll(arguments);
    all.add(out.real(type, 1));
    all.addAll(buffers);
    Value value = new Value(type, "");
    String list = LinkedArguments.of(link).from(1).listWith(1 + buffers.size());
    String java = "{" + link.nestedClass() + "}.vjp(#0, " + list.substring(1);
    out.add(new Op.Opaque(List.of(value), java, all, Nature.UNKNOWN, link.method(), out.origin()));
    return value;
  }

  /** The same for a member that returns nothing. */
  static void run(Link link, String member, List<Value> arguments, Builder out) {
    requireClass(link, arguments, out);
    emit(link, invocation(link, member, arguments), arguments, List.of(), out);
  }

  /** Applies seeds to a pullback. */
  public static Value apply(Link link, Value pullback, List<Value> seeds, Builder out) {
    Value gradient = new Value(new RefType(link.nestedClass() + ".Gradient"), "");
    List<Value> all = new ArrayList<>(List.of(pullback));
    all.addAll(seeds);
    emit(link, "#0.apply" + LinkedArguments.seeds(link).list(0), all, List.of(gradient), out);
    return gradient;
  }

  private static String invocation(Link link, String member, List<Value> arguments) {
    LinkedArguments written =
        arguments.size() == link.params().size()
            ? LinkedArguments.of(link)
            : LinkedArguments.withTangents(link);
    return "{" + link.nestedClass() + "}." + member + written.list(0);
  }

  private static void emit(
      Link link, String java, List<Value> arguments, List<Value> results, Builder out) {
    out.add(new Op.Opaque(results, java, arguments, Nature.SINK, link.method(), out.origin()));
  }

  /**
   * What an accessor of a record gives.
   *
   * @param path the call of the accessor, of more than one if records lie within one another
   */
  public static Value component(Type type, Value object, String path, Builder out) {
    Value part = new Value(type, "");
    String java = "#0." + path;
    out.add(new Op.Opaque(List.of(part), java, List.of(object), Nature.PURE, "", out.origin()));
    return part;
  }

  /** The leaves of the result of the method, which an object holds; none if it returns nothing. */
  public static List<Value> result(Link link, Value object, String name, Builder out) {
    return link.result()
        .map(type -> parts(type, object, "#0." + name + "()", out))
        .orElse(List.of());
  }

  /** One leaf of the tangent of the result. */
  static Value tangent(Link link, int index, Value object, Builder out) {
    LinkedArguments.Leaf leaf = LinkedArguments.leaves(link.result().orElseThrow(), "").get(index);
    return component(leaf.type(), object, "tangent()" + leaf.path(), out);
  }

  private static List<Value> parts(Type type, Value object, String java, Builder out) {
    if (!(type instanceof RecordType) && java.equals("#0")) {
      return List.of(object);
    }
    List<Value> leaves = new ArrayList<>();
    for (LinkedArguments.Leaf leaf : LinkedArguments.leaves(type, "")) {
      Value part = new Value(leaf.type(), "");
      leaves.add(part);
      out.add(
          new Op.Opaque(
              List.of(part), java + leaf.path(), List.of(object), Nature.PURE, "", out.origin()));
    }
    return leaves;
  }
}
