package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Where the derivatives of a function are whose code is not here: in the class that was generated
 * for a method when it was compiled.
 *
 * @param nestedClass that class, fully qualified
 * @param method what messages call the method
 * @param arguments what it takes, the receiver first
 * @param result what it returns; empty for {@code void}
 * @param tangent what holds tangents and adjoints of the result; empty if there are none
 * @param order the order of the derivatives that class has
 * @param exactClass the class the receiver must be of for the method to be the one that was
 *     compiled; empty if it always is
 * @param member what of it the function is
 * @param count how many derivatives the function gives beside the value
 */
public record Link(
    String nestedClass,
    String method,
    List<Argument> arguments,
    Optional<Type> result,
    Optional<Type> tangent,
    int order,
    Optional<String> exactClass,
    Member member,
    int count) {
  public Link {
    arguments = List.copyOf(arguments);
  }

  /** What a function computes. */
  public enum Member {
    /** What the method does. */
    METHOD,
    /** The value and its derivatives with respect to the differentiated parameters. */
    GRADIENT,
    /** The value and derivatives with respect to the only number, of increasing order. */
    SERIES,
    /** Something whose own derivatives nobody has. */
    LAST
  }

  /**
   * An argument of the method.
   *
   * @param dual the type of its derivatives; a record of its own if that of a record is one; empty
   *     if it has none
   * @param params the leaves it is made of
   */
  public record Argument(String name, Type type, Optional<Type> dual, List<Param> params) {
    public Argument {
      params = List.copyOf(params);
    }

    /** Whether derivatives are there that cannot be given here: those of an object. */
    boolean hasUnknownDual() {
      return dual.isPresent() && params.stream().noneMatch(Param::isDifferentiated);
    }
  }

  /**
   * A parameter of the function: an argument, or a leaf of a record.
   *
   * @param argument what the argument is called
   * @param path the accessors that lead to the leaf; empty if it is the argument
   * @param isStable whether an object that is passed stays as it is
   */
  public record Param(
      Type type,
      String argument,
      String path,
      boolean isDifferentiated,
      boolean written,
      boolean isStable) {
    /** What the value is called. */
    public String name() {
      return argument + path.replace("()", "").replace('.', '_');
    }

    /** What messages call it. */
    public String described() {
      return argument + path.replace("()", "");
    }
  }

  /** The link of another function of the same class. */
  public Link to(Member other) {
    int given = other == Member.GRADIENT ? 1 : 0;
    return new Link(
        nestedClass, method, arguments, result, tangent, order, exactClass, other, given);
  }

  /** The link of the function that gives the value and so many derivatives. */
  public Link series(int derivatives) {
    return new Link(
        nestedClass,
        method,
        arguments,
        result,
        tangent,
        order,
        exactClass,
        Member.SERIES,
        derivatives);
  }

  /** Whether there are derivatives of more than the second order, of one number. */
  public boolean hasSeries() {
    return order > 2 && hasCurvature();
  }

  /** Whether all its derivatives are with respect to one number. */
  public boolean isOfOneNumber() {
    return active().size() == 1 && differentiated().size() == 1 && active().get(0).type().isReal();
  }

  /** Whether a function that gives derivatives can be differentiated. */
  public boolean goesOn() {
    return switch (member) {
      case METHOD -> true;
      case GRADIENT -> hasCurvature();
      case SERIES -> count < order;
      case LAST -> false;
    };
  }

  /** The leaves of the arguments. */
  public List<Param> params() {
    return arguments.stream().flatMap(a -> a.params().stream()).toList();
  }

  /** The arguments that have derivatives. */
  public List<Argument> active() {
    return arguments.stream().filter(a -> a.dual().isPresent()).toList();
  }

  /** Whether tangents can be given for all that has them there. */
  public boolean hasTangents() {
    return arguments.stream().noneMatch(Argument::hasUnknownDual);
  }

  /** Whether buffers for all derivatives are numbers and arrays. */
  public boolean hasBuffers() {
    return active().stream().noneMatch(a -> a.dual().orElseThrow() instanceof RecordType)
        && hasTangents();
  }

  /** Whether the value and all derivatives come from one call. */
  public boolean hasGradient() {
    return result.filter(Type::isReal).isPresent() && params().stream().noneMatch(Param::written);
  }

  /** Whether the gradient can be differentiated: it is evaluated again for that. */
  public boolean hasCurvature() {
    return hasGradient()
        && hasTangents()
        && order > 1
        && params().stream().allMatch(Param::isStable);
  }

  /** The leaves that have derivatives here. */
  public List<Param> differentiated() {
    return params().stream().filter(Param::isDifferentiated).toList();
  }
}
