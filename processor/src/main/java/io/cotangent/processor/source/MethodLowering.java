package io.cotangent.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers one method, lambda expression or method reference. */
final class MethodLowering {
  private final Scope scope;
  private final StatementLowering statements;
  private final Functions.Entry entry;
  private final List<Value> params = new ArrayList<>();

  MethodLowering(Scope scope, Functions functions, Functions.Entry entry) {
    this.scope = scope;
    this.statements = new StatementLowering(scope, functions);
    this.entry = entry;
    scope.cursor().raising().calls(c -> functions.isReporting(c.callee()), this::refuse);
  }

  /** A call inside a try that throws past it. */
  private void refuse(Handler handler, Op.Call call) {
    String text =
        call.origin().site() instanceof Site site
            ? scope.program().text(site.unit(), site.tree())
            : call.callee();
    scope.report(handler.site().tree(), Problem.CAUGHT_GENERATED, text);
  }

  /**
   * The function.
   *
   * @param watched the variables that are parameters and results as well
   */
  Functions.LoweredBody lower(List<Watched> watched) {
    try {
      return lowerBody(watched);
    } catch (Rejected alreadyReported) {
      scope.rejected(tree());
      Function nothing =
          new Function(
              entry.name(), scope.cursor().builder().region(List.of(), List.of()), List.of());
      return new Functions.LoweredBody(nothing, entry.result());
    }
  }

  private Functions.LoweredBody lowerBody(List<Watched> watched) {
    scope.at(tree());
    arenas();
    Raising raising = scope.cursor().raising();
    Optional<Handler> reporting =
        entry.reported().map(caught -> Handler.of(caught, scope.site(tree())));
    Exit returned = place();
    Runnable body = () -> body(returned, watched);
    reporting.ifPresentOrElse(handler -> raising.within(handler, body), body);
    Operand result = result(returned);
    List<Value> results = new ArrayList<>(leaves(result));
    results.addAll(scope.watched().results());
    reporting.ifPresent(handler -> results.add(raising.exception(handler)));
    List<Type> types = results.stream().map(Value::type).toList();
    Function function =
        new Function(entry.name(), scope.cursor().builder().region(params, results), types);
    return new Functions.LoweredBody(function, result);
  }

  /** The object a root returns is made of its parts. */
  private List<Value> leaves(Operand result) {
    boolean isMade =
        entry.isRoot()
            && entry.code() instanceof MethodSource root
            && new RootResult(scope, root).isObject();
    return isMade
        ? new RootResult(scope, (MethodSource) entry.code()).opened(result)
        : result.leaves();
  }

  private void arenas() {
    if (entry.isRoot()) {
      scope.begin(Arenas.made(scope, tree()));
    } else {
      scope.begin(Arenas.given(scope, tree()));
      params.addAll(scope.arenas().leaves());
    }
  }

  /** Where the result goes. */
  private Exit place() {
    return entry.code() instanceof MethodSource method
        ? returned(method.method().getReturnType(), method.tree())
        : returned(((ClosureSource) entry.code()).result(), tree());
  }

  private void body(Exit returned, List<Watched> watched) {
    if (entry.code() instanceof MethodSource method) {
      parameters(method.tree());
      params.addAll(scope.watched().begin(watched));
      run(returned, method.tree().getBody());
    } else {
      closure(returned, (ClosureSource) entry.code());
    }
  }

  private void closure(Exit returned, ClosureSource code) {
    int captured = code.captured().size();
    for (int i = 0; i < code.captured().size(); i++) {
      Element element = code.captured().get(i);
      declare(element, element.getSimpleName().toString(), entry.arguments().get(i));
    }
    if (code.capturesReceiver()) {
      scope.receive(fresh(entry.arguments().get(captured++), "self"));
    }
    if (code.tree() instanceof LambdaExpressionTree lambda) {
      for (int i = 0; i < lambda.getParameters().size(); i++) {
        VariableTree parameter = lambda.getParameters().get(i);
        parameter(parameter, entry.arguments().get(captured + i));
        narrow(parameter);
      }
      run(returned, lambda.getBody());
    } else {
      scope.exits().reset(returned);
      List<Operand> arguments = entry.arguments().stream().map(o -> fresh(o, "")).toList();
      Operand result =
          statements.expressions().closures().refer((MemberReferenceTree) code.tree(), arguments);
      give(returned, result, code.tree());
    }
  }

  /** Gives a parameter its own type where the interface that runs it only knows a wider one. */
  private void narrow(VariableTree parameter) {
    Element element = scope.element(parameter);
    Variable variable = scope.local(element).orElseThrow();
    Operand content = scope.cursor().variables().get(variable);
    Type own = scope.type(element.asType(), parameter);
    if (content instanceof Operand.Scalar
        && content.type() instanceof RefType
        && own.isReference()) {
      Conversions conversions = statements.expressions().conversions();
      scope.cursor().variables().set(variable, conversions.cast(content, own, parameter));
    }
  }

  private Tree tree() {
    return entry.code() instanceof MethodSource method
        ? method.tree()
        : ((ClosureSource) entry.code()).tree();
  }

  private void run(Exit returned, Tree body) {
    scope.exits().within(List.of(returned), () -> runWithin(returned, body));
  }

  private void runWithin(Exit returned, Tree body) {
    scope.at(body);
    scope.exits().reset(returned);
    if (body instanceof BlockTree block) {
      statements.lower(block.getStatements());
    } else {
      scope.enter((ExpressionTree) body);
      scope.declarePatterns(body);
      give(returned, statements.expressions().lower(body, ""), body);
    }
  }

  /** Gives back what an expression comes to. */
  private void give(Exit returned, Operand result, Tree tree) {
    Variable place = returned.value();
    if (place != null && !scope.cursor().isTerminated()) {
      Conversions conversions = statements.expressions().conversions();
      Operand converted = conversions.convert(result, place.type(), tree);
      scope.cursor().variables().set(place, converted);
    }
  }

  /** What the function gives back, as one that is made of what is expected. */
  private Operand result(Exit returned) {
    if (returned.value() == null) {
      return Operand.NOTHING;
    }
    Operand own = scope.cursor().variables().get(returned.value());
    Operand joined = scope.joining().join(entry.result(), own);
    if (entry.isAssumed() || Joining.depth(joined) > Joining.MOST_NESTED) {
      scope.bound(joined);
    }
    if (Joining.depth(joined) > Joining.MOST_NESTED) {
      scope.report(tree(), Problem.ENDLESS_NESTING);
      throw new Rejected();
    }
    Builder out = scope.cursor().builder();
    return out.isTerminated() ? joined : scope.joining().adapt(own, joined, out);
  }

  private Exit returned(TypeMirror result, Tree tree) {
    if (result.getKind() == TypeKind.VOID) {
      return Exit.nearest(Exit.Kind.RETURN, Set.of());
    }
    Tree place = tree instanceof MethodTree method ? method.getReturnType() : tree;
    return Exit.withValue(Exit.Kind.RETURN, "result", scope.type(result, place));
  }

  private void parameters(MethodTree method) {
    int receivers = entry.arguments().size() - method.getParameters().size();
    if (receivers > 0) {
      scope.receive(fresh(entry.arguments().get(0), "self"));
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameter(method.getParameters().get(i), entry.arguments().get(receivers + i));
    }
  }

  private void parameter(VariableTree tree, Operand like) {
    Element element = scope.element(tree);
    declare(element, tree.getName().toString(), like);
    if (Stopping.isConstant(element)) {
      Variable variable = scope.local(element).orElseThrow();
      Operand content = scope.cursor().variables().get(variable);
      boolean isOfMethod = entry.code() instanceof MethodSource;
      Operand stopped =
          isOfMethod
              ? Stopping.numbers(content, tree, scope)
              : Stopping.whole(element, content, tree, scope);
      scope.cursor().variables().set(variable, stopped);
    }
  }

  private void declare(Element element, String name, Operand like) {
    Type type = scope.type(element.asType(), tree());
    scope.declare(element, type, fresh(like, name));
  }

  private Operand fresh(Operand like, String name) {
    Operand fresh = Joining.fresh(like, name);
    params.addAll(fresh.leaves());
    return fresh;
  }
}
