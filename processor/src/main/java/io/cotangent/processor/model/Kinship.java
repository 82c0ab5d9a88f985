package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/** What is known of the classes of a compilation. */
public interface Kinship {
  /** Where nothing is known: any object may be any other. */
  Kinship UNKNOWN =
      new Kinship() {
        @Override
        public boolean isA(Type type, Type declared) {
          return true;
        }

        @Override
        public boolean areApart(Type into, Type outOf) {
          return false;
        }
      };

  /** Whether an object of exactly one type may be declared with another. */
  boolean isA(Type type, Type declared);

  /** Whether what goes into an object of one type cannot come out of another of the other type. */
  boolean areApart(Type into, Type outOf);
}
