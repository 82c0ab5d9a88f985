package io.cotangent.processor.model;

import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request: an annotated method and the names of what is generated for it.
 *
 * @param packageName of the user's class and of the generated one; empty for the unnamed package
 * @param adjointClass simple name of the generated top-level class, {@code Outer_InnerAdjoint}
 * @param nestedClass simple name of the class nested in it that holds this method's derivatives
 * @param sourceClass the user's class, fully qualified as it is written in Java source
 * @param methodName the annotated method
 * @param typeVariables the method's type variables as they are declared, {@code T extends Foo}
 * @param accessible whether the generated members are public, because method and class are
 * @param hasReceiver whether the first parameter is the object the method is called on
 * @param parameters in order
 * @param resultForm what the result consists of; empty for {@code void}
 * @param thrown the checked exceptions the method declares, as they are written in Java source
 * @param order the highest order of derivatives asked for
 * @param watched the local variables whose adjoints were asked for
 */
public record Signature(
    String packageName,
    String adjointClass,
    String nestedClass,
    String sourceClass,
    String methodName,
    List<String> typeVariables,
    boolean accessible,
    boolean hasReceiver,
    List<Parameter> parameters,
    Optional<Form> resultForm,
    List<String> thrown,
    int order,
    List<Watched> watched) {
  public Signature {
    watched = List.copyOf(watched);
    typeVariables = List.copyOf(typeVariables);
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }

  /** The generated nested class, fully qualified. */
  public String qualifiedClass() {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return prefix + adjointClass + "." + nestedClass;
  }

  /** The result's type; empty for {@code void}. */
  public Optional<Type> result() {
    return resultForm.map(Form::type);
  }

  /** The parameters the method declares, without the receiver. */
  public List<Parameter> declared() {
    return hasReceiver ? parameters.subList(1, parameters.size()) : parameters;
  }

  /** The parameters derivatives were asked for. */
  public List<Parameter> differentiated() {
    return parameters.stream().filter(Parameter::differentiated).toList();
  }

  /** Whether all derivatives are with respect to one number. */
  public boolean hasOneVariable() {
    return differentiated().size() == 1 && differentiated().get(0).type().isReal();
  }

  /** The types of the result's leaves; empty for {@code void}. */
  public List<Type> resultLeaves() {
    return result().map(RecordType::leavesOf).orElse(List.of());
  }

  /** What all parameters consist of, in order. */
  public List<Leaf> leaves() {
    return parameters.stream().flatMap(p -> p.leaves().stream()).toList();
  }

  /** Whether an array of objects is taken apart, or an object of one of several classes. */
  public boolean hasRows() {
    return leaves().stream().anyMatch(Leaf::isInRow)
        || resultForm.filter(form -> form instanceof Form.Row).isPresent()
        || parameters.stream().anyMatch(p -> Form.hasChoice(p.form()));
  }

  /** The same request for other parameters and another result, nothing watched. */
  public Signature with(List<Parameter> otherParameters, Optional<Form> otherResult) {
    return with(otherParameters, otherResult, List.of());
  }

  private Signature with(
      List<Parameter> otherParameters, Optional<Form> otherResult, List<Watched> otherWatched) {
    return new Signature(
        packageName,
        adjointClass,
        nestedClass,
        sourceClass,
        methodName,
        typeVariables,
        accessible,
        hasReceiver,
        otherParameters,
        otherResult,
        thrown,
        order,
        otherWatched);
  }

  /** The same request with nothing watched. */
  public Signature unwatched() {
    return with(parameters, resultForm);
  }

  /** The watched variables that are numbers. */
  public List<Watched> watchedNumbers() {
    return watched.stream().filter(v -> !v.isArray()).toList();
  }

  /**
   * What the program with watched variables looks like: they are results, and those that are
   * numbers parameters as well, which are always zero and only there for their adjoints.
   */
  public Signature extended() {
    List<Parameter> all = new ArrayList<>(parameters);
    List<RecordType.Component> results = new ArrayList<>();
    result().ifPresent(type -> results.add(new RecordType.Component("value", type)));
    watched.forEach(v -> results.add(new RecordType.Component(v.name(), v.type())));
    watchedNumbers().forEach(v -> all.add(new Parameter(v.name(), v.type(), true)));
    watchedNumbers().forEach(v -> all.add(new Parameter(v.name(), v.type(), false)));
    return with(all, Optional.of(Form.of(new RecordType("watched", results))), watched);
  }
}
