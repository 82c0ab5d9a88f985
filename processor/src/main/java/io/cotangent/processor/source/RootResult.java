package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What an annotated method gives back, where more than the type is to be said: arrays of records.
 */
final class RootResult {
  private final Scope scope;
  private final MethodSource root;
  private final TypeMirror type;

  RootResult(Scope scope, MethodSource root) {
    this.scope = scope;
    this.root = root;
    this.type = root.method().getReturnType();
  }

  /** Whether the result is an array of records. */
  private boolean isRow() {
    return type instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType element
        && element.getKind() == TypeKind.DECLARED
        && element.asElement().getKind() == ElementKind.RECORD;
  }

  /** Whether the result is an object of exactly one class, which is not generic. */
  boolean isObject() {
    if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    Classes classes = scope.program().classes();
    return element.getKind() == ElementKind.CLASS
        && !ObjectForms.isGeneric(element)
        && classes.isTakenApart(element)
        && classes.concrete(element).equals(List.of(element));
  }

  /** An operand like the result; what an object holds only the method itself tells. */
  Operand operand() {
    if (isObject()) {
      return new Operand.Unset(scope.type(type, tree()));
    }
    return isRow() ? Declared.outside(scope).of(type, tree()) : scope.declaredResult(root);
  }

  /** The form of an object; empty if generated code cannot make it. */
  Optional<Form> object(ObjectForms forms, String path) {
    return forms.made(Declared.outside(scope).instance((DeclaredType) type, tree()), path);
  }

  /** What the parts of an object hold in the end, and behind them what tells it from others. */
  List<Value> opened(Operand result) {
    if (!(result instanceof Instance object)) {
      scope.report(tree(), Problem.UNSUPPORTED_CONSTRUCT, "a result that may be null or found");
      throw new Rejected();
    }
    List<Value> leaves = new ArrayList<>();
    if (!scope.cursor().isMade(object.identity())) {
      scope.at(tree()).length(object.identity());
    }
    for (int i = 0; i < object.parts().size(); i++) {
      ObjectClass.Kind kind = object.of().slots().get(i).kind();
      Operand part = object.parts().get(i);
      if (kind != ObjectClass.Kind.IDENTITY) {
        boolean isCell = kind == ObjectClass.Kind.CELL;
        Operand held = isCell ? new ColumnAccess(scope).load((Columns) part, "", tree()) : part;
        leaves.addAll(held.leaves());
      }
    }
    leaves.add(object.identity());
    return leaves;
  }

  private Tree tree() {
    return root.tree().getReturnType();
  }

  /** The form of an array of records that hold nothing but numbers and what is passed on. */
  Optional<Form> row(ObjectForms forms, String path) {
    return isRow()
        ? forms.form(operand(), type, 0, path).filter(RootResult::isPlain)
        : Optional.empty();
  }

  private static boolean isPlain(Form form) {
    return form instanceof Form.Row row
        && row.takesElements()
        && row.isDifferentiable()
        && row.element() instanceof Form.Whole whole
        && whole.parts().stream().allMatch(part -> isNumber(part.form()));
  }

  private static boolean isNumber(Form form) {
    return form instanceof Form.Single single
        ? !single.held().isDifferentiable() || single.held().isReal()
        : form instanceof Form.Whole whole
            && whole.parts().stream().allMatch(part -> isNumber(part.form()));
  }
}
