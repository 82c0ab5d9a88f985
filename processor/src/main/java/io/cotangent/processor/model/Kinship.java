package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/** What is known of the classes of a compilation. */
public interface Kinship {
  /** Where nothing is known: any object may be any other. */
  Kinship UNKNOWN =
      new Kinship() {
        @Override
        public boolean mayBeOne(Type a, Type b) {
          return true;
        }

        @Override
        public boolean isA(Type type, Type declared) {
          return true;
        }
      };

  /** Whether what is declared with one type may be the object that is declared with another. */
  boolean mayBeOne(Type a, Type b);

  /** Whether an object of exactly one type may be declared with another. */
  boolean isA(Type type, Type declared);
}
