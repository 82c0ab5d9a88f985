package io.cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Names;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import io.cotangent.runtime.Derivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The class with everything that belongs to one annotated method. */
final class NestedClass {
  /** Functions that are written inside public members. */
  private static final Set<String> PUBLIC = Set.of(Derived.VJP, Derived.JVP);

  private final Members members;
  private final Signature signature;
  private final TypeSpec.Builder type;

  NestedClass(Derived derived, LineMarks lineMarks) {
    this.members = new Members(derived, lineMarks);
    this.signature = derived.signature();
    this.type = TypeSpec.classBuilder(signature.nestedClass());
  }

  TypeSpec build() {
    type.addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Derivatives of {@code $L}.\n", javadocName())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addAnnotation(linkage());
    Suppression.of(members.derived().unit(), !signature.typeVariables().isEmpty())
        .ifPresent(type::addAnnotation);
    if (signature.accessible()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (members.hasScalarResult()) {
      type.addMethod(gradient());
    }
    VjpMethods vjp = new VjpMethods(members);
    type.addMethod(vjp.pooled()).addMethod(vjp.withTape());
    PullbackClass pullback = new PullbackClass(members);
    type.addMethod(pullback.factory());
    type.addMethod(new JvpMethod(members).build());
    if (!members.hasScalarResult() && !members.isVoid()) {
      type.addMethods(new JacobianMethod(members).build());
    }
    if (signature.order() > 1) {
      addHigherOrders();
    }
    type.addType(gradientRecord());
    if (members.hasTangent()) {
      type.addType(tangentRecord());
    }
    type.addType(pullback.build());
    addFunctions();
    return type.build();
  }

  /** What other compilations must know. */
  private AnnotationSpec linkage() {
    Derived derived = members.derived();
    List<CodeBlock> names = new ArrayList<>();
    signature.parameters().forEach(p -> names.add(CodeBlock.of("$S", p.name())));
    AnnotationSpec.Builder linkage = AnnotationSpec.builder(Derivatives.class);
    linkage.addMember("names", "{$L}", CodeBlock.join(names, ", "));
    linkage.addMember("of", "{$L}", indices(Parameter::differentiated));
    addIndices(linkage, "written", derived::isWritten);
    addIndices(linkage, "returned", leaf -> derived.returned().contains(leaf.path()));
    if (signature.order() > 2) {
      linkage.addMember("order", "$L", signature.order());
    }
    return linkage.build();
  }

  private void addIndices(AnnotationSpec.Builder linkage, String member, Predicate<Leaf> is) {
    CodeBlock indices = indices(p -> p.leaves().stream().anyMatch(is));
    if (!indices.isEmpty()) {
      linkage.addMember(member, "{$L}", indices);
    }
  }

  /** Which parameters are so. */
  private CodeBlock indices(Predicate<Parameter> predicate) {
    List<CodeBlock> indices = new ArrayList<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      if (predicate.test(signature.parameters().get(i))) {
        indices.add(CodeBlock.of("$L", i));
      }
    }
    return CodeBlock.join(indices, ", ");
  }

  private void addHigherOrders() {
    HessianMethods hessian = new HessianMethods(members);
    type.addMethod(hessian.hvp()).addMethod(hessian.hessian()).addType(hessian.record());
    if (signature.hasOneVariable()) {
      type.addMethod(hessian.derivatives());
    }
  }

  private String javadocName() {
    StringBuilder text = new StringBuilder(signature.sourceClass());
    text.append('.').append(signature.methodName()).append('(');
    String separator = "";
    for (Parameter parameter : signature.declared()) {
      text.append(separator).append(parameter.type()).append(' ').append(parameter.name());
      separator = ", ";
    }
    return text.append(')').toString();
  }

  /** All functions but those that are written inside a public member. */
  private void addFunctions() {
    for (Function function : members.derived().unit().functions().values()) {
      if (!isPublic(function)) {
        type.addMethod(new FunctionMethod(members, function).build());
      }
    }
    type.addMethods(members.rows().methods());
    PrivateFields fields = PrivateFields.in(members.derived().unit());
    type.addFields(fields.handles()).addMethods(fields.readers());
  }

  private boolean isPublic(Function function) {
    return PUBLIC.contains(function.name())
        || function.name().equals(Derived.STRIP) && members.derived().hasStripAtOnce()
        || function.name().equals(Derived.DERIVATIVES) && !HessianMethods.isSeparate(members);
  }

  private MethodSpec gradient() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("gradient")
            .addJavadoc("The value and its derivative with respect to each parameter.\n")
            .addModifiers(Members.open())
            .returns(members.gradient());
    addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    if (!signature.watched().isEmpty()) {
      return method.addCode(watchingGradient()).build();
    }
    Checks checks = new Checks(members);
    checks.objects(code);
    checks.distinct(code);
    CodeBlock.Builder buffers = CodeBlock.builder();
    CodeBlock.Builder components = CodeBlock.builder();
    for (Parameter parameter : signature.differentiated()) {
      String bar = members.bar(parameter);
      declareBuffer(code, parameter, bar);
      buffers.add(", $N", bar);
      components.add(", $L", component(parameter, bar));
    }
    String seed = signature.result().orElseThrow().toString().equals("float") ? "1f" : "1.0";
    NameTable names = members.names();
    String value = names.fresh("result");
    code.addStatement(
        "$T $N = vjp($L, $L$L)",
        members.result(),
        value,
        members.arguments(),
        seed,
        buffers.build());
    code.addStatement("return new $T($N$L)", members.gradient(), value, components.build());
    return method.addCode(code.build()).build();
  }

  /** The adjoints of watched variables are found by a pullback. */
  private CodeBlock watchingGradient() {
    String name = members.names().fresh("pullback");
    String seed = signature.result().orElseThrow().toString().equals("float") ? "1f" : "1.0";
    return CodeBlock.builder()
        .beginControlFlow(
            "try ($T $N = pullback($L))", members.pullback(), name, members.arguments())
        .addStatement("return $N.apply($L)", name, seed)
        .endControlFlow()
        .build();
  }

  /** Declares a buffer of zeros for a parameter, as {@code vjp} takes it. */
  private void declareBuffer(CodeBlock.Builder code, Parameter parameter, String name) {
    if (parameter.form() instanceof Form.Row row) {
      CodeBlock like = CodeBlock.of("$N", parameter.name());
      TypeName type = Members.dual(parameter);
      code.addStatement("$T $N = $L", type, name, members.rows().blank(row, like));
    } else if (parameter.type() instanceof ArrayType) {
      code.addStatement(
          "$T $N = $T.zerosLike($N)",
          JavaTypes.of(parameter.type()),
          name,
          JavaTypes.SHADOWS,
          parameter.name());
    } else {
      TypeName type = Members.dual(parameter);
      code.addStatement("$T[] $N = new $T[1]", type, name, type);
    }
  }

  /** What a buffer holds for a component of the gradient. */
  private static CodeBlock component(Parameter parameter, String buffer) {
    return Members.isArray(parameter) ? CodeBlock.of("$N", buffer) : CodeBlock.of("$N[0]", buffer);
  }

  /** Adds the parameters of the annotated method. */
  static void addParameters(MethodSpec.Builder method, Signature signature) {
    for (Parameter parameter : signature.parameters()) {
      method.addParameter(JavaTypes.of(parameter.form()), parameter.name());
    }
  }

  private TypeSpec gradientRecord() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder doc = CodeBlock.builder().add("The derivatives at one point.\n\n");
    if (!members.isVoid()) {
      components.addParameter(members.result(), "value");
      doc.add("@param value what the method returns\n");
    }
    for (Parameter parameter : signature.differentiated()) {
      String name = Names.component(parameter.name());
      components.addParameter(ParameterSpec.builder(Members.dual(parameter), name).build());
      doc.add(
          "@param $L derivative with respect to {@code $L}, of its shape\n",
          name,
          parameter.name());
    }
    for (Watched variable : signature.watched()) {
      String name = Names.component(variable.name());
      components.addParameter(ParameterSpec.builder(JavaTypes.of(variable.type()), name).build());
      doc.add("@param $L derivative with respect to the local variable {@code $L}\n", name, name);
    }
    return record("Gradient", components, doc.build());
  }

  private TypeSpec tangentRecord() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder doc = CodeBlock.builder();
    doc.add("A value and its derivative in one direction.\n\n");
    if (!members.isVoid()) {
      components
          .addParameter(members.result(), "value")
          .addParameter(members.resultDual(), "tangent");
      doc.add("@param value what the method returns\n");
      doc.add("@param tangent its directional derivative\n");
    }
    for (Parameter parameter : members.changedObjects()) {
      String name = Names.besideTangent(parameter.name());
      components.addParameter(Members.dual(parameter), name);
      doc.add("@param $L that of what the method leaves in {@code $L}\n", name, parameter.name());
    }
    return record("Tangent", components, doc.build());
  }

  private static TypeSpec record(String name, MethodSpec.Builder components, CodeBlock doc) {
    return TypeSpec.recordBuilder(name)
        .addJavadoc(doc)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .recordConstructor(components.build())
        .build();
  }
}
