package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Value;
import java.util.Optional;

/**
 * Where an array lies that a loop makes in each iteration.
 *
 * @param shelf the number of the shelf
 * @param index the index of the loop, for a shelf with an array for each iteration
 * @param number the place on the shelf, if all iterations share it
 */
public record Place(int shelf, Optional<Value> index, int number) {}
