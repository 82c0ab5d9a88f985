package io.cotangent.processor.source;

import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers one method. */
final class MethodLowering {
  private final Scope scope;
  private final StatementLowering statements;
  private final String name;

  MethodLowering(Scope scope, Functions functions) {
    this.scope = scope;
    this.statements = new StatementLowering(scope, functions);
    this.name = functions.nameOf(scope.source());
  }

  /**
   * The function.
   *
   * @param watched the variables that are parameters and results as well
   */
  Function lower(List<Watched> watched) {
    try {
      return lowerBody(watched);
    } catch (Rejected alreadyReported) {
      return new Function(name, scope.cursor().builder().region(List.of(), List.of()), List.of());
    }
  }

  private Function lowerBody(List<Watched> watched) {
    List<Value> params = parameters();
    params.addAll(scope.watched().begin(watched));
    Exit returned = exit();
    scope.exits().within(List.of(returned), () -> body(returned));
    List<Value> results = new ArrayList<>();
    if (returned.value() != null) {
      results.addAll(scope.cursor().variables().leaves(Set.of(returned.value())));
    }
    results.addAll(scope.watched().results());
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, scope.cursor().builder().region(params, results), types);
  }

  private void body(Exit returned) {
    scope.at(scope.source().tree());
    scope.exits().reset(returned);
    statements.lower(scope.source().tree().getBody().getStatements());
  }

  private Exit exit() {
    TypeMirror result = scope.source().method().getReturnType();
    if (result.getKind() == TypeKind.VOID) {
      return Exit.nearest(Exit.Kind.RETURN, Set.of());
    }
    Type type = scope.type(result, scope.source().tree().getReturnType());
    return Exit.withValue(Exit.Kind.RETURN, "result", type);
  }

  private List<Value> parameters() {
    List<Value> params = new ArrayList<>();
    for (VariableTree tree : scope.source().tree().getParameters()) {
      Element element = scope.element(tree);
      Type type = scope.type(element.asType(), tree);
      List<Value> leaves = new ArrayList<>();
      addLeaves(type, tree.getName().toString(), leaves);
      scope.declare(element, type, Operand.of(type, leaves.iterator()));
      params.addAll(leaves);
    }
    return params;
  }

  private static void addLeaves(Type type, String name, List<Value> leaves) {
    if (type instanceof RecordType record) {
      record.components().forEach(c -> addLeaves(c.type(), name + "_" + c.name(), leaves));
    } else {
      leaves.add(new Value(type, name));
    }
  }
}
