package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;

/**
 * A write to memory.
 *
 * @param function the function it stands in
 * @param op the operation that writes
 * @param position its place in the function, in program order
 * @param reference whether it replaces a row rather than a number
 */
record Access(String function, Op op, int position, boolean reference) {
  /** Without what is in the operation, which may be all of the function. */
  @Override
  public int hashCode() {
    return position;
  }
}
