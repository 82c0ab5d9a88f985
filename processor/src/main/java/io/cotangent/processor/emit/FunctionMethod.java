package io.cotangent.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * A function as a private method. It returns its first result; the others it leaves on the scratch
 * tape of its first parameter.
 */
final class FunctionMethod {
  private final Members members;
  private final Function function;

  FunctionMethod(Members members, Function function) {
    this.members = members;
    this.function = function;
  }

  MethodSpec build() {
    return build(Modifier.PRIVATE).build();
  }

  MethodSpec.Builder build(Modifier access) {
    TypeName result =
        function.resultTypes().isEmpty()
            ? TypeName.VOID
            : JavaTypes.of(function.resultTypes().get(0));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(Identifiers.method(function.name()))
            .addModifiers(access, Modifier.STATIC)
            .returns(result);
    if (!function.name().toLowerCase(Locale.ROOT).endsWith(Derived.REVERSE)) {
      members.throwingOnly(method);
    }
    NameTable names = new NameTable();
    BodyEmitter body = members.body(function, names);
    for (Value param : function.params()) {
      String name = names.fresh(param.name());
      method.addParameter(JavaTypes.of(param.type()), name);
      body.bind(param, name);
    }
    body.emitShelves();
    body.emitBody();
    if (!function.body().isTerminated()) {
      leave(body);
    }
    return method.addCode(body.pending().build());
  }

  private void leave(BodyEmitter body) {
    List<Value> yields = function.body().yields();
    List<Expr> results = body.useAll(yields);
    for (int i = 1; i < results.size(); i++) {
      Code tape = body.use(function.params().get(0)).code();
      body.pending()
          .statement(
              "$L.scratch().push$L($L)",
              tape,
              BodyEmitter.stack(yields.get(i).type()),
              results.get(i).code());
    }
    if (!results.isEmpty()) {
      body.pending().statement("return $L", results.get(0).code());
    }
  }
}
