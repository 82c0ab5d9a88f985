package io.cotangent.processor.report;

import java.text.MessageFormat;

/**
 * Every message the processor can give. The text says what is wrong, with <code>{0}</code>, <code>
 * {1}</code> for what it is about; the help says what to do.
 */
public enum Problem {
  WRT_UNKNOWN(
      1,
      "no parameter is named ''{0}''",
      "wrt names the parameters to differentiate with respect to; this method has {1}."),
  WRT_PASSIVE(
      2,
      "''{0}'' is of type {1}, which has no derivatives",
      "Differentiable are double, float, arrays of them, and records whose components are."
          + " Leave it out of wrt."),
  WRT_TWICE(3, "''{0}'' is named twice", "Name each parameter once in wrt."),
  NO_PARAMETER(
      4,
      "no parameter of ''{0}'' has derivatives",
      "Differentiable are double, float, arrays of them, and records whose components are."),
  NO_BODY(
      5,
      "''{0}'' has no body to differentiate",
      "Abstract and native methods cannot be differentiated. Annotate an implementation."),
  PASSIVE_RESULT(
      6,
      "the result of ''{0}'' is of type {1}, which has no derivatives",
      "Return a double, a float, an array of them, a record with such components, or an object of a"
          + " class that generated code can make: one without subclasses, whose fields hold such"
          + " numbers and are read, and set by a constructor that only keeps what it is given or one"
          + " by one, in the same package."),
  VOID_WITHOUT_OUTPUT(
      7,
      "''{0}'' returns nothing and has no array parameter it could write to",
      "Return the result, or write it into an array parameter."),
  NAME_CLASH(
      8,
      "two methods would be generated as ''{0}''",
      "Give one of them another name: @Differentiable(name = \"...\")."),
  BAD_NAME(9, "''{0}'' is not a name a class can have", "Use a Java identifier."),
  UNWRITABLE_FIELD(
      10,
      "''{0}'' changes ''{1}'', and generated code cannot put that back",
      "It stands beside your class, in the same package. Make the field package-private, or write a"
          + " method that does nothing but assign it. A field that holds an object cannot be replaced"
          + " at all: make it final and change the object. Nor can a record whose constructor changes"
          + " what it is given."),
  UNREADABLE_FIELD(
      11,
      "''{0}'' needs ''{1}'', which generated code cannot read",
      "It stands beside your class, in the same package. Make the field package-private, or write a"
          + " method that does nothing but return it. The object around an inner one is out of reach:"
          + " pass it as a parameter."),
  HIGHER_ORDER(
      12,
      "there are no derivatives of order {0}: {1}",
      "Order 2 is for methods that return a number, higher orders for those of them in which only one"
          + " number is differentiated. Derivatives of other methods: call the generated members in"
          + " another method and differentiate that."),
  UNSUPPORTED_PARAMETER(
      13,
      "generated code cannot take apart or put together {0} of type {1}: {2}",
      "It stands beside your class, in the same package. Give it access to the type and a plain"
          + " accessor for each component, or pass the numbers as doubles or arrays instead."),
  ACTIVE_FOREIGN_CALL(
      14,
      "a value that has a derivative goes into ''{0}'', whose own derivative is not known",
      "Its source is not part of this compilation, or it is a method whose calls are not"
          + " differentiated. {1}"),
  UNSUPPORTED_CONSTRUCT(
      15,
      "{0} cannot be differentiated",
      "Write it with local variables, arrays, branches, loops and calls of static methods."),
  UNSUPPORTED_TYPE(
      16, "a value of type {0} cannot be used here", "Use primitives, arrays or strings."),
  UNSUPPORTED_CONVERSION(
      17,
      "the conversion from {0} to {1} is not supported",
      "Numbers that carry derivatives must stay primitive."),
  INACCESSIBLE_FIELD(
      19,
      "field ''{0}'', its class or its type is private, and the generated class stands beside"
          + " ''{1}''",
      "Make it package-private, give it a constant value, or pass it as a parameter."),
  FIELD_ASSIGNMENT(
      20,
      "field ''{0}'' is assigned",
      "State outside the method has no adjoint. Pass it as an array parameter or return it."),
  INACCESSIBLE_TYPE(
      21,
      "the generated class cannot name the type {1} of ''{0}''",
      "It stands beside your class, in the same package. Make the type at least package-private."),
  FOREIGN_ARRAY(
      22,
      "values that have a derivative are stored in an array from outside the method: {0}",
      "What is stored there has no adjoint. Pass the array as a parameter, or make one here."),
  CALLS_GENERATED(
      23,
      "''{0}'' calls a generated member that cannot be differentiated in turn",
      "All but pullback can, of methods in this compilation that take and give numbers, arrays of them,"
          + " and records; of those that take objects of one known class gradient, jacobian and hessian,"
          + " and all others if wrt leaves the objects out; all but pullback, of methods of a"
          + " dependency that take numbers, arrays and records and give a number."),
  ACTIVE_CONVERSION(
      24,
      "a value that has a derivative is lost in the {0}",
      "Keep it in a double, a float or an array of them."),
  ZERO_DERIVATIVE(
      25,
      Severity.WARNING,
      "the derivative with respect to ''{0}'' is zero everywhere",
      "Nothing that carries a derivative leads from it to the result. Leave it out of wrt, or write"
          + " @SuppressWarnings(\"cotangent\")."),
  CUT(
      26,
      Severity.WARNING,
      "a derivative ends here: the result of {0} is constant between its steps",
      "Its derivative is zero wherever there is one. Use a smooth function, or write"
          + " @SuppressWarnings(\"cotangent\")."),
  GENERATED_MISSING(
      27,
      "this method needs ''{0}'', which is not generated",
      "The method it is generated for has errors of its own."),
  GENERATED_CYCLE(
      28,
      "this method needs ''{0}'', which in turn needs the derivatives of this method",
      "A method cannot be made of its own derivatives. Give the part that is differentiated a method"
          + " of its own."),
  GENERATED_EFFECTS(
      29,
      "the method behind ''{0}'' {1}",
      "Derivatives that are differentiated in turn run it once for each element of an array, or for"
          + " every eight numbers. Let it write to a copy, and pass what it asks for."),
  WATCH_TYPE(
      30,
      "''{0}'' is watched and of type {1}",
      "Watch a local variable of type double or float, or of arrays of them."),
  WATCH_IN_LOOP(
      31,
      "''{0}'' is watched and declared where it exists many times",
      "There would be one adjoint for each iteration or call. Declare it in front of the loop: the"
          + " adjoint is that of its last value."),
  WATCH_TWICE(
      32,
      "''{0}'' is watched, and another watched variable or parameter has that name",
      "Each is a component of Gradient. Give it another name."),
  CHECKPOINT_PLACE(
      33,
      "this is no place for checkpoints",
      "Write @Checkpointed(snapshots = n) with n above zero at the variable a for loop counts with, in"
          + " the loop's header."),
  CHECKPOINT_LOOP(
      34,
      "this loop cannot be checkpointed: {0}",
      "Its iterations are run again from states that were kept. It has to count; what changes in it"
          + " has to be numbers, and elements of arrays made before it; and it must have no other"
          + " effect. Copy into an array that is there already instead of referring to a new one."),
  WATCH_CALL(
      35,
      "''{0}'' is watched, and this call may write to the array it holds",
      "What is called is a function of its own, because it calls itself or is compiled already. Assign"
          + " the array to the variable behind the call, or have it write to a copy."),
  RULE_TARGET(
      45,
      "there is no method ''{0}'' in {1} that this could be the derivative of",
      "A rule names a method that the class itself declares. It has: {2}."),
  RULE_SIGNATURE(
      46,
      "no ''{0}'' has this rule''s signature",
      "A rule has the parameters of its method, for an instance method after the receiver, and returns"
          + " double if one of them is a real number, double[] if several are. Write one of:{1}"),
  RULE_TWICE(
      47,
      "there is another rule for ''{0}'': {1}",
      "A method has one derivative. Remove one of the rules."),
  RULE_FORM(
      48,
      "a rule cannot be {0}",
      "A rule is a static method that generated classes can call: neither private nor in a private"
          + " class, without type parameters and checked exceptions."),
  RULE_ORDER(
      49,
      "the derivative of ''{0}'' is needed here, and it is not known",
      "It is a derivative itself, differentiated for a higher order. Give the method it calls a rule"
          + " of its own, or compile the rule's source together with this method."),
  RULE_UNUSED(
      50,
      "no method that is differentiated calls ''{0}'', so this rule is never used",
      "Nobody outside this package can use it either. Remove it, or make it public."),
  CONSTANT_ARRAY(
      54,
      "''{0}'' is constant and holds an array",
      "Somebody else may write to it. Use Gradients.stop(array), which makes a copy without"
          + " derivatives."),
  WRT_CONSTANT(55, "''{0}'' is a constant parameter", "Remove @Constant, or leave it out of wrt."),
  RULES_NONE(
      56,
      "''{0}'' has no rules",
      "@UseRules names classes with methods that are annotated with @DerivativeOf."),
  FUNCTION_LOST(
      60,
      "a function whose code is known here goes into {0}",
      "That is not part of this compilation. Call the function in the method that"
          + " is differentiated, or in methods whose source is compiled with it."),
  ENDLESS_NESTING(
      61,
      "functions or objects are nested here without end",
      "Each is made of the one before, in a loop or a recursion, so their types have no bound. Apply"
          + " them one after the other instead."),
  OBJECT_LOST(
      62,
      "an object of type {0} that is made here goes into {1}",
      "Objects whose numbers carry derivatives are taken apart. Pass their numbers instead, or call"
          + " methods whose source is compiled with this one."),
  CANNOT_HOLD(
      63,
      "a value of type {0} cannot be held here",
      "What fields and elements hold must be objects of classes of this compilation that are made in"
          + " the differentiated code, as their declared type says, or null."),
  LINKED_OBJECTS(
      64,
      "objects of {0} hold further objects of that class",
      "How many they are has no bound, so they cannot arrive from outside, nor can one constructor make"
          + " them all. Objects the method makes one after the other may hold one another."),
  FOUND_OBJECT(
      65,
      "''{0}'' may give the object that arrives as ''{1}'', which the method changes",
      "It would be taken for another one. Pass what is found there as a parameter: generated code"
          + " checks that the two are not one."),
  RETURNED_ARGUMENT(
      68,
      "''{0}'' may return an object that it was given",
      "Generated code makes the {1} it returns of the numbers in it, so it would be another object."
          + " Return a new one, or nothing where the argument is changed."),
  CAUGHT_MACHINE_ERROR(
      51,
      "{0} is caught here, which only the virtual machine throws",
      "Whether it is thrown depends on the memory that is left, so the generated code would not"
          + " behave as the method does. Remove the clause, or test for what leads to the exception."),
  CAUGHT_GENERATED(
      52,
      "an exception of ''{0}'' would go past this try",
      "What generated members throw cannot be caught inside a differentiated method. Call it outside"
          + " of the try."),
  RESOURCE(
      53,
      "the resource ''{0}'' is not one that is only opened and closed",
      "Resources of a try are passive objects. Take it out of the try and close it in finally."),
  HIDDEN_CLASS(
      66,
      "the generated class ''{0}'' would hide your class ''{0}'', which its code mentions",
      "A class of the default package has no longer name. Put it into a package, rename it, or have the"
          + " generated class named otherwise: @Differentiable(name = \"...\")."),
  KEPT_REFERENCE(
      67,
      "a number comes out of ''{0}'', which a value with a derivative may have reached through"
          + " ''{1}''",
      "One of them may refer to the other, and that cannot be seen. If it does not, end the"
          + " derivative where the value goes into '{1}', with Gradients.stop(...)."),
  LINKED_WRT(
      70,
      "the class generated for ''{0}'' has no derivative with respect to ''{1}''",
      "A value that has a derivative goes there, or comes from there. The method is compiled already:"
          + " name the parameter in the wrt of its @Differentiable and compile it again."),
  LINKED_ORDER(
      71,
      "a further derivative of ''{0}'' is needed, which is compiled already",
      "{1} Otherwise compile its source together with this method, or write a rule for it."),
  LINKED_RESULT(
      72,
      "the result of ''{0}'' may be an array it was given",
      "The method is compiled already, and its derivatives take the two for different arrays. Return a"
          + " copy there, or copy the argument here and make no use of the result."),
  EARLIER_RECORD(
      73,
      "the record ''{0}'' of an earlier compilation is on the class path, with other components",
      "Versions of javac before 23 cannot compile such a record anew. Delete {1} and compile"
          + " again."),
  EARLIER_SOURCE(
      74,
      "''{0}'' is to be generated, and its source from an earlier compilation is compiled as well",
      "Leave generated files out of what javac is given: with javac -s they get a folder of their"
          + " own."),
  TOO_MANY_PARAMETERS(
      80,
      "the generated ''{0}'' would have {1} slots of parameters; Java allows 255",
      "A double or long takes two slots, everything else one, and derivatives double what is"
          + " differentiated. Pass an array or a record instead of many numbers, or leave parameters"
          + " out of wrt."),
  INTERNAL(
      900,
      "internal error: {0}",
      "This is a defect of Cotangent, not of your code. Please report it with the method and:\n{1}"),
  NO_TREES(
      901,
      "this compiler gives no access to method bodies",
      "Cotangent needs javac. In Eclipse, build with Maven or Gradle."),
  BAD_OPTION(902, "option {0} does not know ''{1}''", "It takes {2}.");

  /** What becomes of the method. */
  public enum Severity {
    /** Nothing is generated for it. */
    ERROR,
    /** Its derivatives are generated all the same. */
    WARNING
  }

  private final int number;
  private final Severity severity;
  private final String text;
  private final String help;

  Problem(int number, String text, String help) {
    this(number, Severity.ERROR, text, help);
  }

  Problem(int number, Severity severity, String text, String help) {
    this.number = number;
    this.severity = severity;
    this.text = text;
    this.help = help;
  }

  /** The identifier in brackets before the message. */
  public String id() {
    return String.format("AD%03d", number);
  }

  public Severity severity() {
    return severity;
  }

  /** The message with its placeholders. */
  public String text() {
    return text;
  }

  /** What to do, with its placeholders. */
  public String help() {
    return help;
  }

  /** The whole message: identifier and text on the first line, the help below. */
  public String format(Object... arguments) {
    String first = "[" + id() + "] " + MessageFormat.format(text, strings(arguments));
    return first + "\n" + MessageFormat.format(quoted(help), strings(arguments));
  }

  private static Object[] strings(Object[] arguments) {
    Object[] strings = new Object[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = String.valueOf(arguments[i]);
    }
    return strings;
  }

  /** Help texts write their quotes as they are. */
  private static String quoted(String pattern) {
    return pattern.replace("'", "''");
  }
}
