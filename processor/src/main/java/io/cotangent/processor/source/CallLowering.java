package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Lowers calls of methods. */
final class CallLowering {
  /** Objects this deep within objects of their own class are put into an arena. */
  private static final int DEEP = 12;

  private final Scope scope;
  private final ExpressionLowering expressions;
  private final ArrayLowering arrays;
  private final Functions functions;
  private final LibraryCalls library;
  private final Models models;

  CallLowering(
      Scope scope, ExpressionLowering expressions, ArrayLowering arrays, Functions functions) {
    this.scope = scope;
    this.expressions = expressions;
    this.arrays = arrays;
    this.functions = functions;
    this.library = new LibraryCalls(scope);
    this.models = new Models(scope.program());
  }

  Operand invoke(MethodInvocationTree tree, String name) {
    ExpressionTree select = tree.getMethodSelect();
    if (!(scope.element(select) instanceof ExecutableElement method)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an unknown method");
    }
    Call call = Call.written(tree, method, tree.getArguments(), name);
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return invokeStatic(call);
    }
    if (select instanceof MemberSelectTree member) {
      return invokeOn(receiver(member.getExpression()), call);
    }
    return scope
        .self()
        .map(self -> invokeOn(self, call))
        .orElseGet(
            () ->
                scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an instance method"));
  }

  /** The object a method is called on, which may be a constant whose source says what it holds. */
  private Operand receiver(ExpressionTree tree) {
    Element element = scope.element(ExpressionLowering.withoutParentheses(tree));
    if (element != null
        && element.getKind() == ElementKind.FIELD
        && element.getModifiers().contains(Modifier.STATIC)) {
      Optional<Instance> constant = new ConstantObjects(scope, functions).of(element, tree);
      if (constant.isPresent()) {
        return constant.get();
      }
    }
    return expressions.lower(tree, "");
  }

  /** A call by way of a method reference; the receiver, if there is one, is the first argument. */
  Operand invokeWith(ExpressionTree tree, ExecutableElement method, List<Operand> arguments) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return invokeStatic(Call.given(tree, method, arguments, ""));
    }
    List<Operand> rest = arguments.subList(1, arguments.size());
    return invokeOn(arguments.get(0), Call.given(tree, method, rest, ""));
  }

  private Optional<Rule> rule(ExecutableElement method) {
    return scope
        .program()
        .rules()
        .find(method, scope.source().element())
        .filter(r -> scope.visibility().sees(method));
  }

  private Operand invokeStatic(Call call) {
    ExecutableElement method = call.method();
    Optional<Operand> intrinsic = intrinsic(call);
    if (intrinsic.isPresent()) {
      return intrinsic.get();
    }
    Optional<Rule> rule = rule(method);
    if (rule.isPresent()) {
      List<Operand> arguments = arguments(call);
      return new RuledCalls(scope, functions)
          .invoke(call.tree(), rule.get(), arguments, call.name());
    }
    Optional<GeneratedMember> generated = scope.program().generated(method);
    if (generated.isPresent()) {
      return invokeGenerated(call, generated.get());
    }
    Optional<MethodSource> source = scope.program().find(method);
    if (source.isEmpty()) {
      List<Type> types = types(call);
      Optional<MethodSource> model = models.of(method, types);
      boolean isText = !types.isEmpty() && types.stream().allMatch(RefType.STRING::equals);
      if (model.isPresent() && !isText) {
        return invokeSource(model.get(), List.of(), call);
      }
      Optional<Operand> linked = new LinkedCalls(scope, this, functions).invokeStatic(call);
      if (linked.isPresent()) {
        return linked.get();
      }
      if (LibraryNatures.givesBackItsArgument(method) && call.arguments().size() == 1) {
        return nonNull(lower(call.arguments().get(0), ""), call.tree());
      }
      return UnionArguments.each(scope, evaluated(call), this::invokeLibrary);
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      return scope.reject(
          call.tree(), Problem.UNSUPPORTED_CONSTRUCT, "a call of a synchronized method");
    }
    return invokeSource(source.get(), List.of(), call);
  }

  private Operand invokeLibrary(Call call) {
    List<Operand> arguments = arguments(call);
    return Stopping.isStop(call.method())
        ? arguments.get(0)
        : BoxCalls.valueOf(call, arguments)
            .orElseGet(
                () ->
                    BoxCalls.made(
                        call, library.invokeStatic(call, arguments), expressions.conversions()));
  }

  /** What the models call of the lowering itself; empty for all other methods. */
  private Optional<Operand> intrinsic(Call call) {
    ExecutableElement method = call.method();
    if (Models.isIntrinsic(method, "nothing")) {
      return Optional.of(new Operand.Unset(RefType.OBJECT));
    }
    if (Models.isIntrinsic(method, "newLike")) {
      List<Operand> given = spread(method, call);
      List<Value> length = given.get(1).leaves();
      return Optional.of(arrays.like(given.get(0), length, call.tree()));
    }
    if (!Models.isIntrinsic(method, "derivedAs")) {
      return Optional.empty();
    }
    List<Value> args = new ArrayList<>(Operand.leaves(spread(method, call)));
    args.add(scope.at(call.tree()).real(Primitive.DOUBLE, 1));
    return Optional.of(
        new Operand.Scalar(
            scope.at(call.tree()).apply(Operator.RULED, Primitive.DOUBLE, call.name(), args)));
  }

  private List<Type> types(Call call) {
    return call.arguments().stream().map(this::type).toList();
  }

  private Type type(Call.Argument argument) {
    return argument instanceof Call.Argument.Given given
        ? given.operand().type()
        : scope.type(argument.tree());
  }

  /** What an argument comes to. */
  Operand lower(Call.Argument argument, String name) {
    return argument instanceof Call.Argument.Given given
        ? given.operand()
        : expressions.lower(argument.tree(), name);
  }

  /** An argument as one of the type. */
  Operand converted(Call.Argument argument, Type type, String name) {
    return expressions.conversions().convert(lower(argument, name), type, argument.tree());
  }

  private Operand invokeGenerated(Call call, GeneratedMember member) {
    List<Operand> arguments = spread(call.method(), call);
    for (Operand argument : arguments) {
      if (argument instanceof Instance instance) {
        expressions.fields().nonNull(instance, call.tree());
      }
    }
    Type declared = scope.type(call.method().getReturnType(), call.tree());
    List<Value> leaves = Operand.leaves(arguments);
    return invokeFunction(call, functions.nameOf(member), leaves, scope.made(declared));
  }

  /**
   * A call of code that is known.
   *
   * @param receivers the receiver; nothing if the method is static
   */
  Operand invokeSource(MethodSource source, List<Operand> receivers, Call call) {
    List<Operand> arguments = new ArrayList<>(receivers);
    arguments.addAll(spread(source.method(), call));
    Operand result = scope.result(source.method().getReturnType(), call.tree());
    Operand given = invokeCode(source, arguments, result, call);
    return Stopping.result(source.method(), given, call.tree(), scope);
  }

  private Operand invokeCode(Code code, List<Operand> arguments, Operand result, Call call) {
    arguments.stream().filter(a -> Joining.depth(a) > DEEP).forEach(scope::bound);
    if (arguments.stream().anyMatch(a -> Joining.depth(a) > Joining.MOST_NESTED)) {
      return scope.reject(call.tree(), Problem.ENDLESS_NESTING);
    }
    Functions.Entry callee = functions.get(code, arguments, result, scope.site(call.tree()));
    return invokeFunction(call, callee.name(), scope.arenas().with(arguments), callee.result());
  }

  /** A call of a function of the unit. */
  Operand invokeFunction(Call call, String callee, List<Value> leaves, Operand result) {
    ExpressionTree tree = call.tree();
    Operand fresh = Joining.fresh(result, call.name());
    scope.at(tree).add(new Op.Call(fresh.leaves(), callee, leaves, scope.origin(tree)));
    return fresh instanceof Operand.Scalar scalar && scalar.type() instanceof RefType
        ? new Operand.Scalar(
            expressions.conversions().cast(scalar.value(), call.result(scope), tree))
        : fresh;
  }

  /** A call of a function whose code is known. */
  private Operand invokeClosure(Operand.Closure closure, Call call) {
    List<Operand> arguments = new ArrayList<>(closure.captured());
    arguments.addAll(spread(call.method(), call));
    ClosureSource code = closure.code();
    return invokeCode(code, arguments, scope.result(code.result(), call.tree()), call);
  }

  /** The arguments as the parameters of a method whose source is lowered. */
  List<Operand> spread(ExecutableElement method, Call call) {
    List<? extends VariableElement> all = method.getParameters();
    List<Call.Argument> given = call.arguments();
    // The first parameter of the model of an instance method is the receiver.
    List<? extends VariableElement> parameters =
        all.size() > given.size() && !method.isVarArgs()
            ? all.subList(all.size() - given.size(), all.size())
            : all;
    int fixed = packs(method, given) ? parameters.size() - 1 : parameters.size();
    List<Operand> arguments = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Tree tree = given.get(i).tree();
      Type type = scope.type(parameters.get(i).asType(), tree);
      Operand argument = converted(given.get(i), type, "");
      boolean isConstant = Stopping.isConstant(parameters.get(i));
      arguments.add(
          isConstant ? Stopping.whole(parameters.get(i), argument, tree, scope) : argument);
    }
    if (fixed < parameters.size()) {
      TypeMirror array = parameters.get(fixed).asType();
      Type element = ArrayLowering.elementType(scope.type(array, call.tree()));
      List<Operand> packed = new ArrayList<>();
      for (Call.Argument rest : given.subList(fixed, given.size())) {
        packed.add(converted(rest, element, ""));
      }
      arguments.add(arrays.pack(array, packed, call.tree()));
    }
    return arguments;
  }

  /** Whether the last arguments are packed into an array. */
  private boolean packs(ExecutableElement method, List<Call.Argument> arguments) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs() || arguments.size() != last + 1) {
      return method.isVarArgs();
    }
    TypeMirror array = method.getParameters().get(last).asType();
    if (arguments.get(last) instanceof Call.Argument.Given given) {
      return !scope.type(array, given.tree()).equals(given.operand().type());
    }
    TypeMirror type = scope.mirror(arguments.get(last).tree());
    Types types = scope.program().languageTypes();
    return !types.isAssignable(types.erasure(type), types.erasure(array));
  }

  /** The arguments of a call that stays as it is: only what is primitive is converted. */
  private List<Operand> arguments(Call call) {
    return arguments(call.arguments(), call.method());
  }

  List<Operand> arguments(List<? extends Call.Argument> given, ExecutableElement method) {
    List<Operand> arguments = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Tree tree = given.get(i).tree();
      Operand argument = lower(given.get(i), "");
      boolean isNull = argument.type().equals(Conversions.NULL);
      Type type =
          i < method.getParameters().size()
              ? scope.type(method.getParameters().get(i).asType(), tree)
              : argument.type();
      boolean converts = type instanceof Primitive || isNull && !type.equals(Conversions.NULL);
      Conversions conversions = expressions.conversions();
      Operand converted = converts ? conversions.convert(argument, type, tree) : argument;
      Operand typed = conversions.typed(converted, method, tree);
      boolean stops = Stopping.isConstant(method) || Stopping.isStop(method);
      arguments.add(stops ? Stopping.whole(method, typed, tree, scope) : typed);
    }
    return arguments;
  }

  private Operand invokeOn(Operand receiver, Call call) {
    ExecutableElement method = call.method();
    if (receiver instanceof Operand.Union union) {
      Call evaluated = evaluated(call);
      return new UnionDispatch(scope, union, call.tree())
          .each(call.name(), one -> invokeOn(one, evaluated));
    }
    if (receiver instanceof Operand.Null || receiver instanceof Operand.Unset) {
      return expressions.conversions().throwNull(call.tree());
    }
    if (Models.isModel(receiver) && Models.isOfPlatform(method)) {
      return invokeModel(receiver, evaluated(call));
    }
    Optional<Rule> rule = rule(method);
    if (rule.isPresent()) {
      List<Operand> arguments = new ArrayList<>(List.of(receiver));
      arguments.addAll(arguments(call));
      return new RuledCalls(scope, functions)
          .invoke(call.tree(), rule.get(), arguments, call.name());
    }
    if (receiver instanceof Operand.Closure closure && Descriptors.isRun(method)) {
      return invokeClosure(closure, call);
    }
    if (receiver instanceof Operand.Closure) {
      return invokeDefault(receiver, call);
    }
    if (receiver instanceof Operand.Boxed boxed) {
      return new BoxCalls(scope, this).invoke(boxed, call);
    }
    return invokeOnObject(receiver, call);
  }

  /** The call with its arguments evaluated; messages about one still point at it. */
  Call evaluated(Call call) {
    List<Call.Argument> arguments =
        call.arguments().stream()
            .<Call.Argument>map(a -> new Call.Argument.Given(lower(a, ""), a.tree()))
            .toList();
    return new Call(call.tree(), call.method(), arguments, call.name());
  }

  private Operand invokeModel(Operand receiver, Call call) {
    Optional<MethodSource> model = models.member(receiver, call.method(), types(call));
    return model.isPresent()
        ? invokeSource(model.get(), List.of(receiver), call)
        : scope.reject(
            call.tree(),
            Problem.UNSUPPORTED_CONSTRUCT,
            "'" + LibraryCalls.signature(call.method()) + "'");
  }

  /** A call without arguments on an object. */
  Operand invokeOn(Operand receiver, ExecutableElement method, ExpressionTree tree) {
    return invokeOn(receiver, Call.given(tree, method, List.of(), ""));
  }

  /** A default method of a functional interface. */
  private Operand invokeDefault(Operand receiver, Call call) {
    Optional<MethodSource> source = scope.program().find(call.method());
    if (source.isPresent()) {
      return invokeSource(source.get(), List.of(receiver), call);
    }
    Call evaluated = evaluated(call);
    List<Type> types = new ArrayList<>(List.of(receiver.type()));
    types.addAll(types(evaluated));
    Optional<MethodSource> model = models.of(call.method(), types);
    return model.isPresent()
        ? invokeSource(model.get(), List.of(receiver), evaluated)
        : scope.reject(
            call.tree(),
            Problem.UNSUPPORTED_CONSTRUCT,
            "a call of '" + call.method() + "' of a function");
  }

  private Operand invokeOnObject(Operand receiver, Call call) {
    ExecutableElement method = call.method();
    String called = method.getSimpleName().toString();
    if (receiver instanceof Columns array && called.equals("clone")) {
      return new ColumnAccess(scope).copy(array, call.tree());
    }
    boolean isKnownObject =
        receiver instanceof Instance
            || receiver instanceof Linked
            || receiver instanceof Operand.Tuple;
    if (isKnownObject) {
      Optional<Operand> own =
          new Dispatch(scope, this, expressions.fields()).invoke(receiver, call);
      if (own.isPresent()) {
        return own.get();
      }
    }
    if (receiver instanceof Operand.Scalar opaque && isKnown(method)) {
      Call evaluated = evaluated(call);
      return new OpaqueDispatch(scope, this)
          .invoke(opaque, evaluated)
          .orElseGet(() -> invokeUnknown(receiver, evaluated));
    }
    return invokeUnknown(receiver, call);
  }

  private Operand invokeUnknown(Operand receiver, Call call) {
    ExecutableElement method = call.method();
    Optional<Operand> linked =
        new LinkedCalls(scope, this, functions).method(call, List.of(receiver));
    if (linked.isPresent()) {
      return linked.get();
    }
    String called = method.getSimpleName().toString();
    if (receiver.type() instanceof ArrayType && called.equals("clone")) {
      Value array = receiver.leaves().get(0);
      return new Operand.Scalar(
          scope.at(call.tree()).copyArray(array, Op.CopyArray.Kind.CLONE, call.name()));
    }
    if (receiver instanceof Operand.Tuple tuple && Records.isImplicitAccessor(method, scope)) {
      return tuple.component(called);
    }
    if (!isVisible(method, receiver)) {
      return scope.reject(
          call.tree(), Problem.UNSUPPORTED_CONSTRUCT, "a call of an instance method");
    }
    Operand typed = expressions.conversions().typed(receiver, method, call.tree());
    return UnionArguments.each(
        scope, evaluated(call), c -> library.invokeOn(typed, c, arguments(c)));
  }

  /** Whether generated code can call a method, which a class nobody sees may hand on to one. */
  private boolean isVisible(ExecutableElement method, Operand receiver) {
    boolean isPublic = method.getModifiers().contains(Modifier.PUBLIC);
    return scope.visibility().sees(method)
        || isPublic
            && scope.program().find(receiver.type()).filter(scope.visibility()::sees).isPresent();
  }

  /** The operand, after what Java does to refuse null. */
  Operand nonNull(Operand operand, Tree tree) {
    if (operand instanceof Operand.Null) {
      return expressions.conversions().throwNull(tree);
    }
    if (operand instanceof Operand.Union union) {
      return new UnionDispatch(scope, union, tree).each("", one -> nonNull(one, tree));
    }
    if (operand instanceof Operand.Scalar scalar && scalar.type().isReference()) {
      Template java = new Template("{java.util.Objects}.requireNonNull");
      java.addArguments(List.of(operand));
      scope.opaque(tree, java, Nature.SINK, "Objects.requireNonNull");
    }
    return operand;
  }

  private boolean isKnown(ExecutableElement method) {
    return scope.program().trees().getPath(method.getEnclosingElement()) != null;
  }
}
