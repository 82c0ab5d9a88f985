package io.cotangent.fuzz.program;

import io.cotangent.fuzz.program.Expr.ArrayLiteral;
import io.cotangent.fuzz.program.Expr.Assign;
import io.cotangent.fuzz.program.Expr.Binary;
import io.cotangent.fuzz.program.Expr.Call;
import io.cotangent.fuzz.program.Expr.Cast;
import io.cotangent.fuzz.program.Expr.CompoundAssign;
import io.cotangent.fuzz.program.Expr.Conditional;
import io.cotangent.fuzz.program.Expr.Element;
import io.cotangent.fuzz.program.Expr.Length;
import io.cotangent.fuzz.program.Expr.Literal;
import io.cotangent.fuzz.program.Expr.Local;
import io.cotangent.fuzz.program.Expr.MathCall;
import io.cotangent.fuzz.program.Expr.NewArray;
import io.cotangent.fuzz.program.Expr.NewRecord;
import io.cotangent.fuzz.program.Expr.Step;
import io.cotangent.fuzz.program.Expr.Unary;
import io.cotangent.fuzz.program.ObjectExpr.Apply;
import io.cotangent.fuzz.program.ObjectExpr.Arm;
import io.cotangent.fuzz.program.ObjectExpr.Choice;
import io.cotangent.fuzz.program.ObjectExpr.Field;
import io.cotangent.fuzz.program.ObjectExpr.InstanceOf;
import io.cotangent.fuzz.program.ObjectExpr.Invoke;
import io.cotangent.fuzz.program.ObjectExpr.Lambda;
import io.cotangent.fuzz.program.ObjectExpr.Library;
import io.cotangent.fuzz.program.ObjectExpr.New;
import java.util.ArrayList;
import java.util.List;

/** Copies programs; subclasses override what they change. */
public abstract class Rebuild implements Expr.Visitor<Expr>, Stmt.Visitor<Stmt> {
  /** The copy of an expression. */
  protected Expr expr(Expr e) {
    return e.accept(this);
  }

  /** What takes the place of a statement. */
  protected List<Stmt> stmt(Stmt s) {
    return List.of(s.accept(this));
  }

  /** The copy of a list of statements. */
  protected final List<Stmt> body(List<Stmt> statements) {
    List<Stmt> copies = new ArrayList<>();
    statements.forEach(s -> copies.addAll(stmt(s)));
    return copies;
  }

  /** The copy of a program. */
  public Program program(Program p) {
    Method entry = p.entry().with(body(p.entry().body()));
    List<Method> helpers = p.helpers().stream().map(m -> m.with(body(m.body()))).toList();
    List<ClassDecl> classes = p.classes().stream().map(this::type).toList();
    return new Program(entry, p.wrt(), classes, helpers, p.components());
  }

  private ClassDecl type(ClassDecl c) {
    List<Method> methods = c.methods().stream().map(m -> m.with(body(m.body()))).toList();
    return c.with(exprs(c.superArgs()), body(c.constructor())).with(methods);
  }

  private List<Expr> exprs(List<Expr> list) {
    return list.stream().map(this::expr).toList();
  }

  @Override
  public Expr literal(Literal e) {
    return e;
  }

  @Override
  public Expr local(Local e) {
    return e;
  }

  @Override
  public Expr element(Element e) {
    return new Element(expr(e.array()), expr(e.index()));
  }

  @Override
  public Expr length(Length e) {
    return new Length(expr(e.array()));
  }

  @Override
  public Expr unary(Unary e) {
    return new Unary(e.op(), expr(e.operand()));
  }

  @Override
  public Expr binary(Binary e) {
    return new Binary(e.op(), expr(e.left()), expr(e.right()));
  }

  @Override
  public Expr conditional(Conditional e) {
    return new Conditional(expr(e.condition()), expr(e.yes()), expr(e.no()));
  }

  @Override
  public Expr cast(Cast e) {
    return new Cast(e.type(), expr(e.operand()));
  }

  @Override
  public Expr mathCall(MathCall e) {
    return new MathCall(e.function(), e.strict(), exprs(e.args()));
  }

  @Override
  public Expr call(Call e) {
    return new Call(e.type(), e.method(), exprs(e.args()));
  }

  /** Targets are copied part by part: only what is inside them can change. */
  private Expr target(Expr e) {
    return e.accept(this);
  }

  @Override
  public Expr assign(Assign e) {
    return new Assign(target(e.target()), expr(e.value()));
  }

  @Override
  public Expr compoundAssign(CompoundAssign e) {
    return new CompoundAssign(e.op(), target(e.target()), expr(e.value()));
  }

  @Override
  public Expr step(Step e) {
    return new Step(target(e.target()), e.up(), e.prefix());
  }

  @Override
  public Expr newArray(NewArray e) {
    return new NewArray(e.type(), exprs(e.extents()));
  }

  @Override
  public Expr arrayLiteral(ArrayLiteral e) {
    return new ArrayLiteral(e.type(), exprs(e.elements()));
  }

  @Override
  public Expr newRecord(NewRecord e) {
    return new NewRecord(exprs(e.components()));
  }

  @Override
  public Expr field(Field e) {
    return new Field(e.type(), target(e.object()), e.name());
  }

  @Override
  public Expr newObject(New e) {
    return new New(e.type(), exprs(e.args()));
  }

  @Override
  public Expr invoke(Invoke e) {
    return new Invoke(e.type(), expr(e.receiver()), e.method(), exprs(e.args()));
  }

  @Override
  public Expr instanceOf(InstanceOf e) {
    return new InstanceOf(expr(e.object()), e.tested());
  }

  @Override
  public Expr lambda(Lambda e) {
    return new Lambda(e.type(), e.params(), body(e.body()));
  }

  @Override
  public Expr apply(Apply e) {
    return new Apply(expr(e.function()), exprs(e.args()));
  }

  @Override
  public Expr library(Library e) {
    return new Library(e.method(), e.type(), exprs(e.args()));
  }

  @Override
  public Expr choice(Choice e) {
    List<Arm> arms =
        e.arms().stream().map(a -> new Arm(a.labels(), body(a.before()), expr(a.value()))).toList();
    return new Choice(e.selector(), expr(e.index()), arms);
  }

  @Override
  public Stmt declare(Stmt.Declare s) {
    return new Stmt.Declare(s.style(), s.type(), s.name(), s.init().map(this::expr));
  }

  /** The effect stays an effect: only what is inside it can change. */
  @Override
  public Stmt effect(Stmt.Do s) {
    return new Stmt.Do(s.effect().accept(this));
  }

  @Override
  public Stmt block(Stmt.Block s) {
    return new Stmt.Block(body(s.body()));
  }

  @Override
  public Stmt branch(Stmt.If s) {
    return new Stmt.If(expr(s.condition()), body(s.yes()), body(s.no()));
  }

  @Override
  public Stmt forLoop(Stmt.For s) {
    List<Stmt.Declare> inits = s.inits().stream().map(d -> (Stmt.Declare) declare(d)).toList();
    List<Expr> updates = s.updates().stream().map(u -> u.accept(this)).toList();
    return new Stmt.For(s.label(), inits, s.condition().map(this::expr), updates, body(s.body()));
  }

  @Override
  public Stmt forEach(Stmt.ForEach s) {
    return new Stmt.ForEach(s.label(), s.type(), s.name(), expr(s.array()), body(s.body()));
  }

  @Override
  public Stmt whileLoop(Stmt.While s) {
    return new Stmt.While(s.label(), expr(s.condition()), body(s.body()));
  }

  @Override
  public Stmt doWhile(Stmt.DoWhile s) {
    return new Stmt.DoWhile(s.label(), body(s.body()), expr(s.condition()));
  }

  @Override
  public Stmt breakLoop(Stmt.Break s) {
    return s;
  }

  @Override
  public Stmt continueLoop(Stmt.Continue s) {
    return s;
  }

  @Override
  public Stmt returned(Stmt.Return s) {
    return new Stmt.Return(s.value().map(this::expr));
  }

  @Override
  public Stmt thrown(Stmt.Throw s) {
    return s;
  }

  @Override
  public Stmt choose(Stmt.Switch s) {
    List<Stmt.Case> cases =
        s.cases().stream().map(c -> new Stmt.Case(c.labels(), body(c.body()))).toList();
    return new Stmt.Switch(s.selector(), expr(s.index()), s.arrows(), cases);
  }

  @Override
  public Stmt attempt(Stmt.Try s) {
    return new Stmt.Try(body(s.body()), s.caught(), body(s.handler()), body(s.last()));
  }
}
