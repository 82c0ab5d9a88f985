package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes objects, finds their methods, calls functions. */
final class Objects {
  private final Program program;
  private final Interpreter interpreter;

  Objects(Program program, Interpreter interpreter) {
    this.program = program;
    this.interpreter = interpreter;
  }

  /** The object, or an end if it is null. */
  static Instance of(Object value) {
    if (value instanceof Instance instance) {
      return instance;
    }
    throw new Unsuitable("null");
  }

  Object make(Type type, List<Object> args) {
    Instance made = new Instance(type);
    construct(program.type(type.name()), made, args);
    return made;
  }

  private void construct(ClassDecl c, Instance made, List<Object> args) {
    if (c.form() == ClassDecl.Form.RECORD) {
      for (int i = 0; i < args.size(); i++) {
        ClassDecl.Field field = c.fields().get(i);
        made.set(field.name(), Conversions.convert(args.get(i), field.type()));
      }
      return;
    }
    Method constructor = new Method(false, Type.VOID, c.name(), c.params(), c.constructor());
    Map<String, Object> locals = Interpreter.bind(c.params(), args);
    locals.put("this", made);
    interpreter.within(
        locals,
        () -> {
          if (!c.parent().isEmpty() && !c.parent().startsWith(ClassDecl.INTERFACE)) {
            construct(program.type(c.parent()), made, interpreter.values(c.superArgs()));
          }
          return interpreter.run(constructor);
        });
  }

  Object invoke(Instance receiver, String name, List<Object> args) {
    Method method = find(receiver.type.name(), name).orElseThrow();
    Map<String, Object> locals = Interpreter.bind(method.params(), args);
    locals.put("this", receiver);
    return interpreter.within(locals, () -> interpreter.run(method));
  }

  private Optional<Method> find(String type, String name) {
    if (type.isEmpty()) {
      return Optional.empty();
    }
    ClassDecl c = program.type(type);
    return c.methods().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .or(() -> find(c.parent(), name));
  }

  boolean isOf(Object value, Type type) {
    return value instanceof Instance instance && isOf(instance.type.name(), type.name());
  }

  private boolean isOf(String name, String wanted) {
    return !name.isEmpty() && (name.equals(wanted) || isOf(program.type(name).parent(), wanted));
  }

  Real apply(Object function, List<Object> args) {
    if (!(function instanceof Closure closure)) {
      throw new Unsuitable("null");
    }
    ObjectExpr.Lambda lambda = closure.lambda();
    List<Parameter> params =
        lambda.params().stream().map(p -> new Parameter(Type.DOUBLE, p, 0, 0)).toList();
    Map<String, Object> locals = new HashMap<>(closure.captured());
    locals.putAll(Interpreter.bind(params, args));
    Method method = new Method(false, Type.DOUBLE, "", params, lambda.body());
    return (Real) interpreter.within(locals, () -> interpreter.run(method));
  }
}
