package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads and writes fields of objects, wherever the object comes from. */
final class FieldAccess {
  private final Scope scope;
  private final Conversions conversions;
  private final ColumnAccess elements;
  private final ConstantObjects constants;

  FieldAccess(Scope scope, Conversions conversions, ConstantObjects constants) {
    this.constants = constants;
    this.scope = scope;
    this.conversions = conversions;
    this.elements = new ColumnAccess(scope);
  }

  /** What the field of the object holds. */
  Operand read(Operand object, VariableElement field, String name, Tree tree) {
    if (object instanceof Operand.Union union) {
      return new UnionDispatch(scope, union, tree).each(name, one -> read(one, field, name, tree));
    }
    if (object instanceof Instance instance && instance.of().has(field)) {
      return read(instance, field, name, tree);
    }
    if (object instanceof Linked linked && linked.of().has(field)) {
      nonNull(linked, tree);
      return scope.arenas().load(linked, linked.of().indexOf(field).get(), name, scope, tree);
    }
    if (object instanceof Operand.Tuple tuple) {
      return tuple.component(field.getSimpleName().toString());
    }
    if (object instanceof Operand.Null || object instanceof Operand.Unset) {
      return conversions.throwNull(tree);
    }
    if (object instanceof Operand.Scalar) {
      return readOpaque(object, field, name, tree);
    }
    throw rejected(field, tree);
  }

  private Operand read(Instance object, VariableElement field, String name, Tree tree) {
    if (object.part(field) instanceof Columns cell && isCell(object, field)) {
      return elements.load(cell, name, tree);
    }
    nonNull(object, tree);
    return object.part(field);
  }

  private static boolean isCell(Instance object, VariableElement field) {
    int index = object.of().indexOf(field).orElseThrow();
    return object.of().slots().get(index).kind() == ObjectClass.Kind.CELL;
  }

  private Operand readOpaque(Operand object, VariableElement field, String name, Tree tree) {
    if (!scope.visibility().sees(field)) {
      TypeElement type = (TypeElement) field.getEnclosingElement();
      List<? extends Element> all = scope.program().classes().constants(type);
      if (!all.isEmpty() && scope.visibility().sees(type)) {
        return readConstant(all, object, field, name, tree);
      }
      if (type.getSimpleName().length() == 0) {
        String what = "reading field '" + field + "' of a class without a name";
        scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, what);
      } else {
        scope.report(tree, Problem.INACCESSIBLE_FIELD, field, type.getSimpleName());
      }
      throw new Rejected();
    }
    Template java = new Template();
    java.add(java.argument(object)).add("." + field.getSimpleName());
    Type type = scope.type(field.asType(), tree);
    String callee = field.getEnclosingElement() + "." + field.getSimpleName();
    return scope.opaque(tree, type, name, java, Nature.READ, callee);
  }

  /** What a field that generated code cannot name holds, for each constant the object may be. */
  private Operand readConstant(
      List<? extends Element> all, Operand object, VariableElement field, String name, Tree tree) {
    Element first = all.get(0);
    Operand content =
        constants
            .of(first, tree)
            .filter(o -> o.of().isFixed(field))
            .map(o -> o.part(field))
            .orElseThrow(
                () -> {
                  scope.report(
                      tree, Problem.INACCESSIBLE_FIELD, field, field.getEnclosingElement());
                  return new Rejected();
                });
    if (all.size() == 1) {
      return content;
    }
    Template java = new Template();
    java.add(java.argument(object)).add(" == {" + field.getEnclosingElement() + "}." + first);
    Operand is =
        scope.opaque(tree, Primitive.BOOLEAN, "", java, Nature.PURE, "the identity of a constant");
    return scope
        .cursor()
        .choose(
            scope.origin(tree),
            is.leaves().get(0),
            name,
            () -> content,
            () -> readConstant(all.subList(1, all.size()), object, field, name, tree));
  }

  /** Throws the exception Java throws where something is asked of the null reference. */
  void nonNull(Instance object, Tree tree) {
    if (!scope.cursor().isMade(object.identity())) {
      scope.at(tree).length(object.identity());
    }
  }

  /** The same for an object in an arena. */
  void nonNull(Linked object, Tree tree) {
    if (!scope.cursor().isMade(object.index())) {
      Value isNone =
          scope.at(tree).apply(Operator.EQ, object.index(), scope.at(tree).intConstant(0));
      scope
          .cursor()
          .branch(scope.origin(tree), isNone, () -> conversions.throwNull(tree), () -> {});
    }
  }

  /** The component of a record in an arena. */
  Operand component(Linked record, String component, String name, Tree tree) {
    nonNull(record, tree);
    return scope.arenas().component(record, component, name, scope, tree);
  }

  private Rejected rejected(VariableElement field, Tree tree) {
    scope.report(tree, Problem.FIELD_ASSIGNMENT, field.getSimpleName());
    return new Rejected();
  }

  /** The field as something that can be assigned to. */
  Place place(Operand object, VariableElement field, Tree tree) {
    boolean held =
        object instanceof Instance
            || object instanceof Linked
            || object instanceof Operand.Union
            || object instanceof Operand.Null
            || object instanceof Operand.Unset;
    if (!held) {
      throw rejected(field, tree);
    }
    return new Field(object, field, tree);
  }

  private void write(Operand object, VariableElement field, Operand content, Tree tree) {
    if (object instanceof Operand.Union union) {
      new UnionDispatch(scope, union, tree)
          .each(
              "",
              one -> {
                write(one, field, content, tree);
                return Operand.NOTHING;
              });
    } else if (object instanceof Operand.Null || object instanceof Operand.Unset) {
      conversions.throwNull(tree);
    } else if (object instanceof Instance instance
        && instance.of().has(field)
        && isCell(instance, field)) {
      elements.store((Columns) instance.part(field), content, tree);
    } else if (object instanceof Linked linked && linked.of().has(field)) {
      nonNull(linked, tree);
      scope.arenas().store(linked, linked.of().indexOf(field).get(), content, scope, tree);
    } else {
      throw rejected(field, tree);
    }
  }

  /** A field of an object that has been evaluated. */
  private final class Field implements Place {
    private final Operand object;
    private final VariableElement field;
    private final Tree tree;

    Field(Operand object, VariableElement field, Tree tree) {
      this.object = object;
      this.field = field;
      this.tree = tree;
    }

    @Override
    public Type type() {
      return scope.type(field.asType(), tree);
    }

    @Override
    public Operand load() {
      return read(object, field, name(), tree);
    }

    @Override
    public void store(Operand content) {
      write(object, field, content, tree);
    }

    @Override
    public String name() {
      return field.getSimpleName().toString();
    }
  }

  /** A final field of the object that is being made: the object becomes another one. */
  Place initial(Variable self, VariableElement field, Tree tree) {
    return new Place() {
      @Override
      public Type type() {
        return scope.type(field.asType(), tree);
      }

      @Override
      public Operand load() {
        return read(scope.cursor().variables().get(self), field, name(), tree);
      }

      @Override
      public void store(Operand content) {
        Operand object = scope.cursor().variables().get(self);
        Operand changed =
            object instanceof Instance instance
                ? instance.with(field, content)
                : ((Operand.Tuple) object).with(name(), content);
        scope.cursor().variables().set(self, changed);
      }

      @Override
      public String name() {
        return field.getSimpleName().toString();
      }
    };
  }
}
