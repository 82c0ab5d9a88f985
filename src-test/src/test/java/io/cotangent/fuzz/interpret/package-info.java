/** The oracle: runs random programs on dual numbers, with Java's semantics. */
package io.cotangent.fuzz.interpret;
