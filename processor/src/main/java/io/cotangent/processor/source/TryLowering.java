package io.cotangent.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers {@code try}. An exception is a flag and a value while it is on its way to a handler; jumps
 * are flags anyway, so what stands in {@code finally} follows in any case, and what was to happen
 * happens behind it.
 */
final class TryLowering {
  private static final List<String> OF_THE_MACHINE =
      List.of(
          "java.lang.VirtualMachineError",
          "java.lang.LinkageError",
          "java.lang.ArrayStoreException");

  private final Scope scope;
  private final Functions functions;
  private final StatementLowering statements;

  TryLowering(Scope scope, Functions functions, StatementLowering statements) {
    this.scope = scope;
    this.functions = functions;
    this.statements = statements;
  }

  private Raising raising() {
    return scope.cursor().raising();
  }

  /** A throw statement. */
  void raise(Value exception, ThrowTree tree) {
    raise(exception, isChecked(scope.mirror(tree.getExpression())), tree);
  }

  private boolean isChecked(TypeMirror type) {
    return Stream.of("java.lang.RuntimeException", "java.lang.Error")
        .noneMatch(name -> isSubtype(type, name));
  }

  private boolean isSubtype(TypeMirror type, String name) {
    TypeElement other = scope.program().elements().getTypeElement(name);
    return scope.program().languageTypes().isSubtype(type, other.asType());
  }

  /** Throws; generated methods do not declare exceptions, so a checked one goes in disguise. */
  private void raise(Value exception, boolean checked, Tree tree) {
    Origin origin = scope.origin(tree);
    scope.at(tree);
    Value thrown = exception;
    if (checked && !raising().isCaught()) {
      Type type = new RefType("java.lang.RuntimeException");
      String java = "{io.cotangent.runtime.Attempt}.unchecked(#0)";
      thrown = raising().opaque(type, java, List.of(exception), Nature.UNKNOWN, origin);
    }
    raising().raise(thrown, origin);
  }

  void lower(TryTree tree) {
    if (tree.getFinallyBlock() == null) {
      lowerCaught(tree);
      return;
    }
    Handler all = Handler.ofAll(scope.site(tree));
    within(all, () -> lowerCaught(tree));
    new Finishing(tree, all).lower();
  }

  private void within(Handler handler, Runnable code) {
    Set<Implicit> caught = EnumSet.copyOf(handler.caught());
    caught.addAll(raising().caught());
    Optional<Set<Implicit>> outer = functions.report(Optional.of(caught));
    try {
      raising().within(handler, code);
    } finally {
      functions.report(outer);
    }
  }

  private void lowerCaught(TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      open(tree, tree.getResources());
      return;
    }
    Handler handler = Handler.of(caught(tree), scope.site(tree));
    Set<Exit> leaving = scope.exits().leaving(tree.getBlock());
    within(handler, () -> open(tree, tree.getResources()));
    whenThrown(handler, tree, () -> dispatch(tree, handler, leaving));
  }

  private void whenThrown(Handler handler, Tree tree, Runnable code) {
    if (!raising().isClear(handler)) {
      scope.cursor().branch(scope.origin(tree), raising().flag(handler), code, () -> {});
    }
  }

  private static List<? extends Tree> types(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }

  /** The exceptions of the virtual machine the clauses catch. */
  private Set<Implicit> caught(TryTree tree) {
    Set<Implicit> caught = EnumSet.noneOf(Implicit.class);
    for (CatchTree clause : tree.getCatches()) {
      for (Tree type : types(clause)) {
        TypeMirror mirror = scope.mirror(type);
        if (OF_THE_MACHINE.stream().anyMatch(name -> isSubtype(mirror, name))) {
          scope.report(tree, Problem.CAUGHT_MACHINE_ERROR, mirror);
        }
        for (Implicit kind : Implicit.values()) {
          TypeElement own = scope.program().elements().getTypeElement(kind.className());
          if (scope.program().languageTypes().isSubtype(own.asType(), mirror)) {
            caught.add(kind);
          }
        }
      }
    }
    return caught;
  }

  private void dispatch(TryTree tree, Handler handler, Set<Exit> leaving) {
    // A jump that was on its way when the exception was thrown is forgotten.
    leaving.forEach(scope.exits()::reset);
    Value exception = raising().exception(handler);
    clause(tree, 0, exception);
  }

  private void clause(TryTree tree, int index, Value exception) {
    if (index == tree.getCatches().size()) {
      raise(exception, true, tree);
      return;
    }
    CatchTree clause = tree.getCatches().get(index);
    Value matches =
        types(clause).stream()
            .map(type -> isInstance(exception, scope.type(type), type))
            .reduce((a, b) -> scope.at(clause).apply(Operator.BIT_OR, a, b))
            .orElseThrow();
    scope
        .cursor()
        .branch(
            scope.origin(clause),
            matches,
            () -> handle(clause, exception),
            () -> clause(tree, index + 1, exception));
  }

  private Value isInstance(Value exception, Type type, Tree tree) {
    if (type.equals(Handler.THROWABLE)) {
      return scope.at(tree).bool(true);
    }
    String java = "#0 instanceof " + Conversions.written(type);
    scope.at(tree);
    return raising()
        .opaque(Primitive.BOOLEAN, java, List.of(exception), Nature.PURE, scope.origin(tree));
  }

  private void handle(CatchTree clause, Value exception) {
    VariableTree parameter = clause.getParameter();
    Element element = scope.element(parameter);
    Type type = scope.type(element.asType(), parameter);
    scope.at(parameter);
    Value caught = exception;
    if (!type.equals(Handler.THROWABLE)) {
      String java = "(" + Conversions.written(type) + ") #0";
      Origin origin = scope.origin(parameter);
      caught = raising().opaque(type, java, List.of(exception), Nature.PURE, origin);
    }
    scope.declare(element, type, new Operand.Scalar(caught));
    statements.lower(clause.getBlock().getStatements());
  }

  /** Opens the resources one after another, each inside the one before, then runs the block. */
  private void open(TryTree tree, List<? extends Tree> resources) {
    if (resources.isEmpty()) {
      statements.lower(tree.getBlock().getStatements());
      return;
    }
    Tree first = resources.get(0);
    Value resource = resource(tree, first);
    Handler all = Handler.ofAll(scope.site(tree));
    within(all, () -> open(tree, resources.subList(1, resources.size())));
    Origin origin = scope.origin(tree);
    scope.at(tree);
    List<Value> args = List.of(resource, raising().exception(all));
    String java = "{io.cotangent.runtime.Attempt}.close(#0, #1)";
    Value exception = raising().opaque(Handler.THROWABLE, java, args, Nature.UNKNOWN, origin);
    Value none = scope.at(tree).constant(Handler.THROWABLE, null);
    Value failed = scope.at(tree).apply(Operator.NE, exception, none);
    scope.cursor().branch(origin, failed, () -> raise(exception, true, tree), () -> {});
  }

  private Value resource(TryTree tree, Tree resource) {
    Operand operand;
    if (resource instanceof VariableTree variable) {
      statements.lower(List.of(variable));
      operand = scope.cursor().variables().get(scope.local(scope.element(variable)).orElseThrow());
    } else {
      operand = statements.expressions().lower((ExpressionTree) resource, "");
    }
    if (operand instanceof Operand.Scalar scalar && scalar.type() instanceof RefType) {
      return scalar.value();
    }
    scope.report(tree, Problem.RESOURCE, scope.program().text(scope.source().unit(), resource));
    throw new Rejected();
  }

  /** What happens in {@code finally}, and behind it. */
  private final class Finishing {
    private final TryTree tree;
    private final BlockTree block;
    private final Handler handler;

    Finishing(TryTree tree, Handler handler) {
      this.tree = tree;
      this.block = tree.getFinallyBlock();
      this.handler = handler;
    }

    void lower() {
      Value flag = raising().flag(handler);
      Value exception = raising().exception(handler);
      boolean isClear = raising().isClear(handler);
      Set<Exit> instead = scope.exits().leaving(block);
      Map<Variable, Operand> jumps = scope.exits().save(leaving());
      if (!instead.isEmpty()) {
        leaving().forEach(scope.exits()::reset);
      }
      statements.lower(block.getStatements());
      if (scope.cursor().isTerminated() || !statements.canComplete(block)) {
        return;
      }
      Runnable resume = () -> resume(isClear, flag, exception);
      if (instead.isEmpty()) {
        resume.run();
      } else {
        Runnable both =
            () -> {
              scope.exits().restore(jumps);
              resume.run();
            };
        statements.unlessTaken(instead, block, both);
      }
    }

    /** The places the block and the clauses may jump to. */
    private Set<Exit> leaving() {
      Set<Exit> leaving = scope.exits().leaving(tree.getBlock());
      tree.getCatches().forEach(clause -> leaving.addAll(scope.exits().leaving(clause)));
      return leaving;
    }

    private void resume(boolean isClear, Value flag, Value exception) {
      if (!isClear) {
        Runnable again = () -> raise(exception, true, tree);
        scope.cursor().branch(scope.origin(tree), flag, again, () -> {});
      }
    }
  }
}
