package io.cotangent.processor.source;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Constants;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What everything that lowers a part of one method shares: the attributed source, the cursor, the
 * local variables, the exits, and the report.
 */
final class Scope {
  private final Code source;
  private final Program program;
  private final Visibility visibility;
  private final Report report;
  private final Rooms rooms;
  private Arenas arenas;
  private final Cursor cursor;
  private final Exits exits;
  private final Map<Element, Variable> locals = new HashMap<>();
  private final ConstantFolding constants;
  private final WatchedVariables watched;
  private String statement = "";
  private Variable self;
  private int nesting;
  private Site caller;
  private Tree last;

  Scope(Code source, Program program, Visibility visibility, Report report, Rooms rooms) {
    this.source = source;
    this.rooms = rooms;
    this.cursor =
        new Cursor(
            Origin.NONE,
            rooms.joining(),
            origin -> report.error(Problem.ENDLESS_NESTING, origin.site()),
            this::bound);
    this.exits = new Exits(this);
    this.watched = new WatchedVariables(cursor);
    this.program = program;
    this.visibility = visibility;
    this.report = report;
    this.constants = new ConstantFolding(this::element, tree -> mapped(tree).orElse(null));
  }

  private Scope(Code source, Scope outer) {
    this.source = source;
    this.program = outer.program;
    this.visibility = outer.visibility;
    this.report = outer.report;
    this.rooms = outer.rooms;
    this.arenas = outer.arenas;
    this.cursor = outer.cursor;
    this.exits = new Exits(this);
    this.watched = new WatchedVariables(cursor);
    this.constants = new ConstantFolding(this::element, tree -> mapped(tree).orElse(null));
    this.nesting = outer.nesting + 1;
  }

  /** The tree operations came from last. */
  Tree last() {
    return last == null ? source.path().getLeaf() : last;
  }

  /** The code is called from there. */
  Scope calledFrom(Site site) {
    this.caller = site;
    return this;
  }

  /** The scope of a constructor that runs where this one is, on the object in the variable. */
  Scope within(Code constructor, Variable object) {
    Scope inner = new Scope(constructor, this);
    inner.caller = last == null ? caller : site(last);
    inner.self = object;
    return inner;
  }

  Cursor cursor() {
    return cursor;
  }

  Exits exits() {
    return exits;
  }

  WatchedVariables watched() {
    return watched;
  }

  Program program() {
    return program;
  }

  Visibility visibility() {
    return visibility;
  }

  Joining joining() {
    return rooms.joining();
  }

  Rooms rooms() {
    return rooms;
  }

  /** Puts objects into an arena that lie within objects of their own class, if there are some. */
  void bound(Operand growing) {
    new Nesting(program).in(growing).ifPresent(rooms::link);
  }

  /** Lets the code see the objects that hold one another. */
  void begin(Arenas given) {
    this.arenas = given;
  }

  Arenas arenas() {
    return arenas;
  }

  Code source() {
    return source;
  }

  ConstantFolding constants() {
    return constants;
  }

  // Only the leaf and the enclosing method matter to what is asked about a path.
  private TreePath path(Tree tree) {
    return new TreePath(source.path(), tree);
  }

  /** What a name, a call or a declaration refers to; null if it refers to nothing. */
  Element element(Tree tree) {
    return program.trees().getElement(path(tree));
  }

  TypeMirror mirror(Tree tree) {
    return program.trees().getTypeMirror(path(tree));
  }

  /** Whether an expression names a class, rather than being a value. */
  boolean isType(Tree tree) {
    boolean name = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    boolean written = tree instanceof ParameterizedTypeTree || tree instanceof ArrayTypeTree;
    return name ? element(tree) instanceof TypeElement : written;
  }

  private Optional<Type> mapped(Tree tree) {
    TypeMirror mirror = mirror(tree);
    return mirror == null ? Optional.empty() : program.types().map(mirror);
  }

  /** The type of an expression or declaration; where it has none here the tree is rejected. */
  Type type(Tree tree) {
    return mapped(tree).orElseThrow(() -> rejected(tree, mirror(tree)));
  }

  /** The type a type of the language stands for; the tree is rejected if there is none. */
  Type type(TypeMirror mirror, Tree tree) {
    return program.types().map(mirror).orElseThrow(() -> rejected(tree, mirror));
  }

  private Rejected rejected(Tree tree, TypeMirror mirror) {
    report(tree, Problem.UNSUPPORTED_TYPE, String.valueOf(mirror));
    return new Rejected();
  }

  /** Reports a problem on the tree. */
  void report(Tree tree, Problem problem, Object... arguments) {
    report.error(problem, site(tree), Stream.of(arguments).map(Models::called).toArray());
  }

  /** What is left out in silence would be a wrong number: code that is rejected has a reason. */
  void rejected(Tree tree) {
    if (!report.hasErrors()) {
      report(tree, Problem.UNSUPPORTED_CONSTRUCT, "this code");
    }
  }

  /** Reports a problem; the result stands in for the expression, so that the search goes on. */
  Operand reject(ExpressionTree tree, Problem problem, Object... arguments) {
    report(tree, problem, arguments);
    Type type = mapped(tree).orElseThrow(Rejected::new);
    return zero(type);
  }

  /** Whether what is lowered is a model of the library. */
  boolean isModel() {
    return Models.isModel(source.unit());
  }

  /** Where messages about a tree point: what is wrong in a model is wrong with its call. */
  Site site(Tree tree) {
    return caller != null && isModel() ? caller : new Site(source.unit(), tree);
  }

  /** Operations come from this statement from now on. */
  void enter(Tree tree) {
    statement = program.text(source.unit(), tree);
  }

  Origin origin(Tree tree) {
    return new Origin(statement, site(tree));
  }

  /** The builder at the cursor, set to take operations that come from the tree. */
  Builder at(Tree tree) {
    last = tree;
    cursor.builder().at(origin(tree));
    return cursor.builder();
  }

  /** A condition of which the program says whether it holds. */
  Value decided(boolean holds, Tree tree) {
    Value condition = at(tree).bool(holds);
    cursor.decide(condition, holds);
    return condition;
  }

  /** Java that is not looked into, with a result of the type. */
  Operand opaque(Tree tree, Type type, String name, Template java, Nature nature, String callee) {
    if (type instanceof RecordType record) {
      Type reference = new RefType(record.name());
      return components(tree, opaque(tree, reference, name, java, nature, callee), record);
    }
    Value value = new Value(type, name);
    opaque(tree, List.of(value), java, nature, callee);
    return new Operand.Scalar(value);
  }

  /** Java that is not looked into, for its effects only. */
  Operand opaque(Tree tree, Template java, Nature nature, String callee) {
    opaque(tree, List.of(), java, nature, callee);
    return Operand.NOTHING;
  }

  private void opaque(Tree tree, List<Value> results, Template java, Nature nature, String callee) {
    at(tree).add(new Op.Opaque(results, java.text(), java.args(), nature, callee, origin(tree)));
  }

  private Operand components(Tree tree, Operand object, RecordType type) {
    List<Operand> components = new ArrayList<>();
    for (RecordType.Component component : type.components()) {
      Template java = new Template();
      java.add(java.argument(object)).add("." + component.name() + "()");
      String callee = type + "." + component.name() + "()";
      components.add(
          opaque(tree, component.type(), component.name(), java, Nature.UNKNOWN, callee));
    }
    return new Operand.Tuple(type, components);
  }

  /** What a variable of the type holds before anything is assigned. */
  Operand zero(Type type) {
    if (!isPlain(type)) {
      return new Operand.Unset(type);
    }
    List<Value> zeros = new ArrayList<>();
    for (Type leaf : RecordType.leavesOf(type)) {
      zeros.add(cursor.builder().constant(leaf, Constants.zero(leaf)));
    }
    return Operand.of(type, zeros.iterator());
  }

  /** Whether the type alone says what a value is made of. */
  static boolean isPlain(Type type) {
    if (type instanceof ArrayType array) {
      return isPlain(array.element());
    }
    return type instanceof Primitive || type.equals(RefType.STRING);
  }

  /** What a method gives back, by its type. */
  Operand declaredResult(MethodSource method) {
    TypeMirror result = method.method().getReturnType();
    return result.getKind() == TypeKind.VOID
        ? Operand.NOTHING
        : made(type(result, method.tree().getReturnType()));
  }

  /** What code gives back, as far as the type alone says it. */
  Operand result(TypeMirror result, Tree tree) {
    if (result.getKind() == TypeKind.VOID) {
      return Operand.NOTHING;
    }
    Type type = type(result, tree);
    return isPlain(type) ? made(type) : new Operand.Unset(type);
  }

  /** An operand of the type; only what it is made of counts, not its values. */
  Operand made(Type type) {
    List<Value> leaves = new ArrayList<>();
    RecordType.leavesOf(type).forEach(t -> leaves.add(new Value(t, "")));
    return Operand.of(type, leaves.iterator());
  }

  /** Lets a new local variable begin. */
  void declare(Element element, Type type, Operand content) {
    String name = element.getSimpleName().toString();
    Variable variable = locals.computeIfAbsent(element, e -> new Variable(name, type));
    cursor.variables().set(variable, content);
  }

  /** Lets the variables of patterns begin that stand in the expressions of a statement. */
  void declarePatterns(Tree statement) {
    for (VariableTree variable : PatternVariables.of(statement)) {
      Element element = element(variable);
      Type type = type(element.asType(), variable);
      declare(element, type, zero(type));
    }
  }

  /** Assigns to a local variable. */
  Operand assign(Variable variable, Operand content) {
    Operand assigned = watched.assigned(variable, content);
    cursor.variables().set(variable, assigned);
    return assigned;
  }

  /** The receiver of the method that is lowered. */
  Optional<Operand> self() {
    return Optional.ofNullable(self).map(cursor.variables()::get);
  }

  /** A type with what its variables mean in the receiver. */
  TypeMirror bound(TypeMirror type) {
    Optional<Operand> receiver = self();
    return receiver.isPresent()
        ? TypeArguments.of(receiver.get(), program.languageTypes()).in(type)
        : type;
  }

  /** Lets the method that is lowered begin with a receiver. */
  void receive(Operand receiver) {
    if (receiver instanceof Instance instance) {
      cursor.made(instance.identity());
    }
    if (receiver instanceof Linked linked) {
      cursor.made(linked.index());
    }
    self = new Variable("self", receiver.type());
    cursor.variables().set(self, receiver);
  }

  /** The object a constructor is making; empty if no constructor is lowered. */
  Optional<Variable> making() {
    return nesting > 0 ? Optional.ofNullable(self) : Optional.empty();
  }

  /** How many constructors are open around the code. */
  int nesting() {
    return nesting;
  }

  Surroundings surroundings() {
    return new Surroundings(this);
  }

  /** The local variables that a piece of code uses and that it does not declare itself. */
  List<Element> captured(Tree code) {
    Set<Element> used = new LinkedHashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        used.add(element(tree));
        return null;
      }
    }.scan(code, null);
    used.removeIf(e -> local(e).filter(cursor.variables()::knows).isEmpty());
    return List.copyOf(used);
  }

  /** The local variable a name refers to; empty if it is no local variable. */
  Optional<Variable> local(Element element) {
    return Optional.ofNullable(locals.get(element));
  }

  /** The variables declared so far that the code assigns to. */
  Set<Variable> assigned(Iterable<? extends Tree> code) {
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element element : AssignedVariables.in(code, this::element)) {
      local(element).filter(cursor.variables()::knows).ifPresent(variables::add);
    }
    variables.addAll(watched.following(variables));
    return variables;
  }
}
