package io.cotangent.fuzz.program;

/** Other ways to write in Java what a program says, with the same meaning. */
enum Sugar {
  /** A branch as a switch over an int, a string or an enum, with arrows or with breaks. */
  SWITCH,
  /** A ternary as a switch expression. */
  YIELD,
  /** A local variable as the field of a mutable object. */
  OBJECT,
  /** A local variable as the component of a record. */
  RECORD,
  /** Helper methods as instance methods of a class with a field. */
  INSTANCE,
  /** Arithmetic as a call of a lambda or method reference, with and without captured variables. */
  LAMBDA
}
