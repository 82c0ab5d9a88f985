/** Annotations, and what generated code needs to run. Has no dependencies. */
module io.cotangent.runtime {
  exports io.cotangent;
  exports io.cotangent.runtime;
}
