package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.NewClassTree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Lowers the creation of objects and questions about their class. */
final class ObjectLowering {
  private static final Set<String> SINKS =
      Set.of("java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer");

  private final Scope scope;
  private final ExpressionLowering expressions;
  private final CallLowering calls;
  private final Functions functions;

  ObjectLowering(
      Scope scope, ExpressionLowering expressions, CallLowering calls, Functions functions) {
    this.functions = functions;
    this.scope = scope;
    this.expressions = expressions;
    this.calls = calls;
  }

  Operand create(NewClassTree tree, String name) {
    Optional<Operand> outer =
        Optional.ofNullable(tree.getEnclosingExpression())
            .map(e -> calls.nonNull(expressions.lower(e, ""), e));
    List<Call.Argument> given =
        tree.getArguments().stream().<Call.Argument>map(Call.Argument.Written::new).toList();
    return create(tree, scope.element(tree), scope.mirror(tree), given, outer, name);
  }

  /** A new object by way of a constructor reference. */
  Operand create(ExpressionTree tree, Element element, TypeMirror type, List<Operand> arguments) {
    List<Call.Argument> given =
        arguments.stream().<Call.Argument>map(o -> new Call.Argument.Given(o, tree)).toList();
    return create(tree, element, type, given, Optional.empty(), "");
  }

  private Operand create(
      ExpressionTree tree,
      Element element,
      TypeMirror mirror,
      List<Call.Argument> given,
      Optional<Operand> outer,
      String name) {
    if (!(element instanceof ExecutableElement constructor)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
    }
    return create(tree, constructor, scope.bound(mirror), given, outer, name);
  }

  private Operand create(
      ExpressionTree tree,
      ExecutableElement constructor,
      TypeMirror mirror,
      List<Call.Argument> given,
      Optional<Operand> outer,
      String name) {
    Models models = new Models(scope.program());
    Optional<DeclaredType> model = models.madeInstead(mirror);
    if (model.isPresent() && !scope.isModel() && holdsParts(model.get(), tree)) {
      return createModel(tree, models, model.get(), given);
    }
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    boolean known = scope.program().classes().source(owner).isPresent();
    if (owner.getKind() == ElementKind.RECORD
        && (known || scope.type(mirror, tree) instanceof RecordType)) {
      return createRecord(tree, constructor, (DeclaredType) mirror, given);
    }
    if (scope.program().classes().isTakenApart(owner) && !isThrowable(owner)) {
      Call call = new Call(tree, constructor, given, name);
      List<Operand> arguments = calls.spread(constructor, call);
      boolean isAnonymous = owner.getNestingKind() == NestingKind.ANONYMOUS;
      DeclaredType type = (DeclaredType) (isAnonymous ? owner.asType() : mirror);
      Construction construction = new Construction(scope, functions, owner, tree);
      Operand blank = construction.blank(scope.program().classes().of(type), outer);
      return construction.run(blank, constructor, arguments);
    }
    Type type = scope.type(mirror, tree);
    boolean allowed = isThrowable(owner) || owner.getKind() == ElementKind.RECORD;
    if (known && !allowed || !scope.visibility().sees(constructor)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
    }
    List<Operand> arguments = calls.arguments(given, constructor);
    String arrow = owner.getTypeParameters().isEmpty() ? "" : "<>";
    Template java = new Template("new {" + owner.getQualifiedName() + "}" + arrow);
    java.addArguments(arguments);
    boolean keeps =
        isThrowable(owner)
            && arguments.stream().noneMatch(a -> a.type() instanceof ArrayType)
            && new KeepingConstructors(scope.program()).areAllOf(owner);
    Nature nature = keeps || SINKS.contains(owner.toString()) ? Nature.SINK : Nature.UNKNOWN;
    return scope.opaque(tree, type, name, java, nature, LibraryCalls.signature(constructor));
  }

  /** Whether elements or values are taken apart or hold numbers: others stay what they are. */
  private boolean holdsParts(DeclaredType container, ExpressionTree tree) {
    List<? extends TypeMirror> arguments = container.getTypeArguments();
    TypeMirror element = arguments.get(arguments.size() - 1);
    Type mapped = scope.type(element, tree);
    if (element instanceof DeclaredType type && Descriptors.of(type, scope.program()).isPresent()) {
      new Widening(scope, tree).open(Room.elements(mapped));
    }
    Operand held = new Declared(scope).of(element, Room.elements(mapped), tree);
    boolean isTakenApart = !(held instanceof Operand.Scalar);
    boolean isMap = arguments.size() > 1; // of whole numbers it is a real one, which others may see
    return isTakenApart && !(isMap && Conversions.unboxed(mapped).isPresent())
        || held.leaves().stream().anyMatch(v -> v.type().isDifferentiable());
  }

  private Operand createModel(
      ExpressionTree tree, Models models, DeclaredType type, List<Call.Argument> given) {
    List<Operand> operands = new ArrayList<>();
    given.forEach(a -> operands.add(calls.lower(a, "")));
    List<Type> types = operands.stream().map(Operand::type).toList();
    ExecutableElement constructor = models.constructor(type, types).orElseThrow(Rejected::new);
    Call call = Call.given(tree, constructor, operands, "");
    TypeElement element = (TypeElement) type.asElement();
    Construction construction = new Construction(scope, functions, element, tree);
    Operand blank = construction.blank(scope.program().classes().of(type), Optional.empty());
    return construction.run(blank, constructor, calls.spread(constructor, call));
  }

  private boolean isThrowable(TypeElement type) {
    TypeElement throwable = scope.program().elements().getTypeElement("java.lang.Throwable");
    return scope.program().languageTypes().isSubtype(type.asType(), throwable.asType());
  }

  private Operand createRecord(
      ExpressionTree tree,
      ExecutableElement constructor,
      DeclaredType type,
      List<Call.Argument> given) {
    RecordType record = scope.program().types().record(type);
    TypeElement element = (TypeElement) constructor.getEnclosingElement();
    List<Operand> arguments = calls.spread(constructor, new Call(tree, constructor, given, ""));
    if (Records.isPlain(constructor, scope.program().elements())) {
      return kept(new Operand.Tuple(record, arguments), type, tree);
    }
    Optional<CompiledConstructor> compiled = compiled(constructor, element);
    if (compiled.isPresent()) {
      return createCompiled(tree, compiled.get(), record, arguments);
    }
    List<Operand> blank = new ArrayList<>();
    record.components().forEach(c -> blank.add(new Operand.Unset(c.type())));
    Operand made =
        new Construction(scope, functions, element, tree)
            .run(new Operand.Tuple(record, blank), constructor, arguments);
    return kept((Operand.Tuple) made, type, tree);
  }

  /** The code of the canonical constructor of a record whose source is not here. */
  private Optional<CompiledConstructor> compiled(
      ExecutableElement constructor, TypeElement element) {
    boolean isCanonical =
        scope.program().find(constructor).isEmpty()
            && Records.canonical(element, scope.program()).filter(constructor::equals).isPresent();
    return isCanonical ? Records.compiled(element, scope.program()) : Optional.empty();
  }

  /** Where the constructor checks what it is given it runs, so that it can refuse that. */
  private Operand createCompiled(
      ExpressionTree tree,
      CompiledConstructor constructor,
      RecordType record,
      List<Operand> arguments) {
    Operand.Tuple made = new Operand.Tuple(record, arguments);
    if (!constructor.keeps()) {
      String what = "the creation of '%s', whose compiled constructor may change what it is given,";
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, what.formatted(record));
    }
    if (!constructor.isPlain()) {
      Template java = new Template();
      java.add(java.argument(made));
      Type type = new RefType(record.name());
      scope.opaque(tree, type, "", java, Nature.SINK, "new " + record);
    }
    return made;
  }

  /** The record, in the arena of its class if there is one. */
  private Operand kept(Operand.Tuple made, DeclaredType type, ExpressionTree tree) {
    ObjectClass of = scope.program().classes().of(type);
    if (!scope.rooms().linked().contains(of)) {
      return made;
    }
    Linked linked = scope.arenas().create(of, scope, tree);
    for (int i = 0; i < made.components().size(); i++) {
      scope.arenas().store(linked, i, made.components().get(i), scope, tree);
    }
    return linked;
  }

  Operand instanceOf(InstanceOfTree tree) {
    Operand operand = expressions.lower(tree.getExpression(), "");
    if (tree.getPattern() != null) {
      PatternLowering patterns = new PatternLowering(scope, expressions.conversions());
      return new Operand.Scalar(patterns.match(operand, tree.getPattern()));
    }
    TypeMirror type = scope.mirror(tree.getType());
    return new Operand.Scalar(new ClassTests(scope).test(operand, type, tree));
  }
}
