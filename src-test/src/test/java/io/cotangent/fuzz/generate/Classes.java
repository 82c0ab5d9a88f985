package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes classes: a record, an interface, classes that implement it or extend one another. */
final class Classes {
  private static final List<String> FIELDS = List.of("level", "mass", "cells", "inner", "rate");

  private final Plan plan;
  private final Dice dice;
  private final Methods methods;

  Classes(Plan plan, Methods methods) {
    this.plan = plan;
    this.dice = plan.dice();
    this.methods = methods;
  }

  /** Adds some to the plan. */
  void add() {
    if (dice.percent(50)) {
      add(record());
    }
    boolean isAble = dice.percent(50);
    if (isAble) {
      add(face());
    }
    for (int i = isAble ? dice.between(1, 3) : dice.below(3); i > 0; i--) {
      add(type("Body" + i, parent()));
    }
  }

  private void add(ClassDecl c) {
    plan.classes().add(c);
  }

  private ClassDecl record() {
    List<ClassDecl.Field> fields = fields(true, "", "");
    List<Parameter> params = new ArrayList<>();
    fields.forEach(f -> params.add(new Parameter(f.type(), f.name(), 0, f.length())));
    ClassDecl bare =
        new ClassDecl(
            ClassDecl.Form.RECORD, "Pair", "", fields, params, List.of(), List.of(), List.of());
    return withMethods(bare, List.of());
  }

  private ClassDecl face() {
    List<Method> all = new ArrayList<>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      all.add(methods.signature("able" + i, dice.percent(60) ? Type.DOUBLE : Type.VOID));
    }
    return new ClassDecl(
        ClassDecl.Form.INTERFACE,
        ClassDecl.INTERFACE,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        all);
  }

  /** The name of what a class extends or implements. */
  private String parent() {
    List<String> names =
        plan.classes().stream()
            .filter(c -> c.form() != ClassDecl.Form.RECORD)
            .map(ClassDecl::name)
            .toList();
    return names.isEmpty() || dice.percent(25) ? "" : dice.pick(names);
  }

  private List<ClassDecl.Field> fields(boolean isRecord, String suffix, String parent) {
    List<ClassDecl.Field> fields = new ArrayList<>();
    for (String name : FIELDS.subList(0, dice.between(isRecord ? 2 : 1, 4))) {
      boolean isFinal = isRecord || dice.percent(20);
      fields.add(field(name, suffix, isFinal, parent));
    }
    return fields;
  }

  private ClassDecl.Field field(String name, String suffix, boolean isFinal, String parent) {
    List<ClassDecl> others =
        plan.classes().stream()
            .filter(c -> !plan.concrete(c.type()).isEmpty() && !plan.reaches(c.type(), parent))
            .toList();
    boolean isObject = name.equals("inner") && !others.isEmpty();
    Type type =
        isObject
            ? dice.pick(others).type()
            : switch (name) {
              case "cells" -> new Type(Kind.DOUBLE, 1);
              case "rate", "inner" -> dice.of(Type.DOUBLE, Type.INT, Type.BOOLEAN);
              default -> Type.DOUBLE;
            };
    return new ClassDecl.Field(type, name + suffix, type.rank() == 1 ? plan.length() : 0, isFinal);
  }

  private ClassDecl type(String name, String parent) {
    boolean extended = !parent.isEmpty() && !parent.startsWith(ClassDecl.INTERFACE);
    List<ClassDecl.Field> fields = fields(false, extended ? name.substring(4) : "", parent);
    List<Parameter> params = new ArrayList<>();
    for (ClassDecl.Field f : fields) {
      if (f.type().kind() == Kind.OBJECT || params.isEmpty() || dice.percent(60)) {
        params.add(new Parameter(f.type(), "of" + params.size(), 0, f.length()));
      }
    }
    ClassDecl bare =
        new ClassDecl(
            ClassDecl.Form.CLASS, name, parent, fields, params, List.of(), List.of(), List.of());
    ClassDecl made = constructed(bare, extended);
    return withMethods(made, parent.isEmpty() ? List.of() : plan.named(parent).methods());
  }

  /** Assigns every field, then perhaps more. */
  private ClassDecl constructed(ClassDecl c, boolean extended) {
    Site site = new Site(plan, Type.VOID, List.of(), 2);
    c.params().forEach(p -> Methods.declare(site, p));
    Statements statements = new Statements(site);
    List<Expr> superArgs = new ArrayList<>();
    if (extended) {
      plan.named(c.parent())
          .params()
          .forEach(p -> superArgs.add(statements.expressions().objects().argument(p, 2)));
    }
    Expr self = new Expr.Local(c.type(), "this");
    List<Stmt> body = new ArrayList<>();
    for (ClassDecl.Field f : c.fields()) {
      Parameter like = new Parameter(f.type(), f.name(), 0, f.length());
      Expr value = value(c, f, statements.expressions(), like);
      body.add(new Stmt.Do(new Expr.Assign(new ObjectExpr.Field(f.type(), self, f.name()), value)));
    }
    if (dice.percent(40)) {
      // No objects of the class are made here: that would not end.
      body.addAll(within(c.with(ClassDecl.Form.INTERFACE), () -> more(site, c, statements)));
    }
    return c.with(superArgs, body);
  }

  private static List<Stmt> more(Site site, ClassDecl c, Statements statements) {
    declareThis(site, c);
    return statements.list(2, 1);
  }

  private Expr value(ClassDecl c, ClassDecl.Field f, Expressions expressions, Parameter like) {
    List<Parameter> same = c.params().stream().filter(p -> p.type().equals(f.type())).toList();
    return !same.isEmpty() && dice.percent(70)
        ? dice.pick(same).read()
        : expressions.objects().argument(like, 2);
  }

  private static void declareThis(Site site, ClassDecl c) {
    site.scope.add(Variable.scalar(c.type(), "this", false).fixed());
  }

  /** What a part of a class becomes while the plan has the class without that part. */
  private <T> T within(ClassDecl unfinished, Supplier<T> part) {
    plan.classes().add(unfinished);
    T made = part.get();
    plan.classes().remove(unfinished);
    return made;
  }

  private ClassDecl withMethods(ClassDecl c, List<Method> inherited) {
    return c.with(within(c, () -> methods(c, inherited)));
  }

  private List<Method> methods(ClassDecl c, List<Method> inherited) {
    List<Method> all = new ArrayList<>();
    for (Method m : inherited) {
      boolean needed = m.body().isEmpty() && c.parent().startsWith(ClassDecl.INTERFACE);
      if (needed || dice.percent(40)) {
        all.add(methods.instance(m, site -> declareThis(site, c)));
      }
    }
    for (int i = dice.weighted(15, 55, 30); i > 0; i--) {
      Type result =
          switch (dice.weighted(55, c.form() == ClassDecl.Form.RECORD ? 0 : 30, 8)) {
            case 0 -> Type.DOUBLE;
            case 1 -> Type.VOID;
            default -> new Type(Kind.DOUBLE, 1);
          };
      String name = "act" + c.name().substring(c.name().length() - 1) + i;
      Method signature = methods.signature(name, result);
      all.add(methods.instance(signature, site -> declareThis(site, c)));
    }
    return all;
  }
}
