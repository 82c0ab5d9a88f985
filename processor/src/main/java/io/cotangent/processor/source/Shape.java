package io.cotangent.processor.source;

import io.cotangent.processor.model.Form;

/**
 * What an argument of an annotated method consists of: for the lowering, and for generated code,
 * leaf by leaf in the same order.
 *
 * @param like an operand whose values mean nothing
 */
record Shape(Operand like, Form form) {}
