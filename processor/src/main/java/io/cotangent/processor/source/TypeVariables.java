package io.cotangent.processor.source;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Whether a type names a type variable that is declared somewhere: a captured wildcard is none. */
final class TypeVariables extends SimpleTypeVisitor14<Boolean, Integer> {
  private static final TypeVariables VISITOR = new TypeVariables();

  /** Bounds of captured wildcards may lead back to themselves. */
  private static final int DEEPEST = 8;

  private TypeVariables() {
    super(false);
  }

  static boolean isIn(TypeMirror type) {
    return VISITOR.visit(type, 0);
  }

  @Override
  public Boolean visitTypeVariable(TypeVariable variable, Integer depth) {
    boolean isCaptured = variable.toString().startsWith("capture#");
    return !isCaptured || depth < DEEPEST && visit(variable.getUpperBound(), depth + 1);
  }

  @Override
  public Boolean visitDeclared(DeclaredType type, Integer depth) {
    return type.getTypeArguments().stream().anyMatch(argument -> visit(argument, depth))
        || visit(type.getEnclosingType(), depth);
  }

  @Override
  public Boolean visitArray(ArrayType type, Integer depth) {
    return visit(type.getComponentType(), depth);
  }

  @Override
  public Boolean visitWildcard(WildcardType type, Integer depth) {
    return type.getExtendsBound() != null && visit(type.getExtendsBound(), depth)
        || type.getSuperBound() != null && visit(type.getSuperBound(), depth);
  }
}
