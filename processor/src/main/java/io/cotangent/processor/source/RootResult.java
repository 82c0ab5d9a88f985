package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.model.Form;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
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

  /** An operand like the result. */
  Operand operand() {
    return isRow() ? Declared.outside(scope).of(type, tree()) : scope.declaredResult(root);
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
