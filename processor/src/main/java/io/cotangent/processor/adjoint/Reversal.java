package io.cotangent.processor.adjoint;

/** When the operations that reverse a region run. */
enum Reversal {
  /** After the forward sweep of a function: the region runs at most once for each. */
  ONCE,
  /** Right behind the region, in the same iteration of a loop. */
  TOGETHER,
  /** In another loop: many runs of the region come in between. */
  LATER
}
