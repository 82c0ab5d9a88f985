package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Type;
import java.util.List;

/**
 * What all methods of a program share.
 *
 * @param rows the length of most matrices
 * @param length the length of most arrays and rows
 * @param floats whether there are floats
 * @param components of the record that is returned; empty if none is
 */
record Plan(Dice dice, int rows, int length, boolean floats, List<Type> components) {}
