package io.cotangent.fuzz.program;

import java.util.List;

/**
 * A class of a program.
 *
 * @param parent what it extends or implements; empty if nothing
 * @param params of the constructor; for a record the components
 * @param superArgs what goes to the constructor of a superclass
 * @param constructor what follows
 * @param methods in an interface without a body if abstract
 */
public record ClassDecl(
    Form form,
    String name,
    String parent,
    List<Field> fields,
    List<Parameter> params,
    List<Expr> superArgs,
    List<Stmt> constructor,
    List<Method> methods) {
  public ClassDecl {
    fields = List.copyOf(fields);
    params = List.copyOf(params);
    superArgs = List.copyOf(superArgs);
    constructor = List.copyOf(constructor);
    methods = List.copyOf(methods);
  }

  /** How the names of interfaces start. */
  public static final String INTERFACE = "Able";

  /** The kinds of classes. */
  public enum Form {
    INTERFACE,
    RECORD,
    CLASS
  }

  /**
   * A field.
   *
   * @param length of its array
   */
  public record Field(Type type, String name, int length, boolean isFinal) {}

  /** The type of its objects. */
  public Type type() {
    return Type.object(name);
  }

  /** The same in another form. */
  public ClassDecl with(Form other) {
    return new ClassDecl(other, name, parent, fields, params, superArgs, constructor, methods);
  }

  /** The same class with other methods. */
  public ClassDecl with(List<Method> others) {
    return new ClassDecl(form, name, parent, fields, params, superArgs, constructor, others);
  }

  /** The same class with another constructor. */
  public ClassDecl with(List<Expr> newSuperArgs, List<Stmt> newConstructor) {
    return new ClassDecl(form, name, parent, fields, params, newSuperArgs, newConstructor, methods);
  }
}
